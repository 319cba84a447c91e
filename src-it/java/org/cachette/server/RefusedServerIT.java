package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.server.app.MissingBeanResource;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications that must not be deployed, and what their authors are told. */
@ExtendWith(ArquillianExtension.class)
final class RefusedServerIT {

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "missing-bean", managed = false, testable = false)
    static WebArchive missingBean() {
        return Deployments.war("missing-bean", MissingBeanResource.class, MissingBeanResource.Missing.class);
    }

    @Test
    void aMissingBeanIsNamed() {
        assertThat(Refusal.of(deployer, "missing-bean")).contains("WELD-001408", "MissingBeanResource.missing");
    }
}

package org.cachette.server;

import java.util.Map;
import org.cachette.server.app.AuditInterceptor;
import org.cachette.server.app.Audited;
import org.cachette.server.app.AuditedResource;
import org.cachette.server.app.UnscopedResource;
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

    @Deployment(name = "skipped-interceptor", managed = false, testable = false)
    static WebArchive skippedInterceptor() {
        return Deployments.war("skipped-interceptor", AuditedResource.class, Audited.class, AuditInterceptor.class)
                .addAsWebInfResource(
                        Deployments.beansXml("<interceptors><class>" + AuditInterceptor.class.getName()
                                + "</class></interceptors>"),
                        "beans.xml");
    }

    @Deployment(name = "wrong-settings", managed = false, testable = false)
    static WebArchive wrongSettings() {
        return Deployments.war("wrong-settings", UnscopedResource.class)
                .addAsResource(
                        Deployments.settings(Map.of(
                                "cachette.caches.default.timeout", "10 minutes",
                                "cachette.caches.default.max-entries", "many")),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    void anInterceptorThatAHitWouldSkipIsNamed() {
        assertThat(Refusal.of(deployer, "skipped-interceptor"))
                .contains("AuditedResource.answer", "would skip the interceptor", "AuditInterceptor", "@Priority");
    }

    @Test
    void allWrongSettingsAreNamedAtOnce() {
        assertThat(Refusal.of(deployer, "wrong-settings"))
                .contains(
                        "cachette.caches.default.timeout is \"10 minutes\": expected",
                        "cachette.caches.default.max-entries is \"many\": expected");
    }

    @Test
    void aMissingBeanIsNamed() {
        assertThat(Refusal.of(deployer, "missing-bean")).contains("WELD-001408", "MissingBeanResource.missing");
    }
}

package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.cachette.client.Client;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Servers start Faces in applications that hold a component, a renderer or a configuration of it. Ours must not be one. */
final class NoFacesServerIT extends ServerTest {

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.war("no-faces").addAsWebResource(new StringAsset("#{1 + 1}"), "plain.xhtml");
    }

    @Test
    void anApplicationDoesNotGetFacesForHavingThisJar() {
        Client browser = Client.of(URI.create(application.toString().replaceAll("/$", "")));

        assertThat(browser.get("/plain.xhtml").text()).isEqualTo("#{1 + 1}");
    }
}

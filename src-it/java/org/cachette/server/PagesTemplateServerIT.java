package org.cachette.server;

import java.net.URI;
import java.net.URL;
import org.cachette.client.Client;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** With what the server brings. */
@ExtendWith({QuietServer.class, ArquillianExtension.class})
final class PagesTemplateServerIT extends PagesTemplateContract {

    @ArquillianResource
    URL application;

    @Deployment(testable = false)
    static WebArchive war() {
        return Templates.war("templates", "templates");
    }

    @Override
    Client visitor() {
        return Client.of(URI.create(application.toString().replaceAll("/$", "")));
    }
}

package org.cachette.server;

import org.cachette.client.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Templates on the next generation of Tomcat, with Mojarra for Facelets. */
@Tag("ee11")
@Tag("tomcat")
final class MojarraIT {

    private static Tomcat tomcat;

    @BeforeAll
    static void start() {
        tomcat = Tomcat.with("mojarra", Templates.war("templates", "templates"));
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @Nested
    final class Faces extends FacesContract {

        @Override
        Client visitor() {
            return tomcat.visitor();
        }
    }

    @Nested
    final class PagesTemplates extends PagesTemplateContract {

        @Override
        Client visitor() {
            return tomcat.visitor();
        }
    }
}

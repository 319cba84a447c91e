package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.client.Answer;
import org.cachette.server.app.LinkResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An application whose session has another name than the usual one, in its cookie and so in links. */
@Tag("S4")
final class RenamedSessionServerIT extends ServerTest {

    private static final String NAME =
            "<session-config><cookie-config><name>Visit</name></cookie-config></session-config>";

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("renamed", LinkResource.class).setWebXML(Deployments.webXml(NAME));
    }

    @Test
    void nobodyGetsTheSessionOfAnotherByALinkInAFragment() {
        Answer ada = visitor().withCookies().get("/link");
        Answer bob = visitor().withCookies().get("/link");

        assertThat(link(ada)).containsPattern("(?i)^next;visit=.");
        assertThat(link(bob)).containsPattern("(?i)^next;visit=.").isNotEqualTo(link(ada));
    }

    @Test
    void fragmentsWithoutLinksAreForAll() {
        int adas = call(visitor().withCookies().get("/link"));

        assertThat(call(visitor().withCookies().get("/link"))).isEqualTo(adas);
    }

    private static String link(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.text().split(" ", 2)[0];
    }
}

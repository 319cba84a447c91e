package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.client.Answer;
import org.cachette.client.Client;
import org.cachette.server.app.SessionResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Methods that begin or use a session: its cookie is the servlet container's and no business of JAX-RS. */
final class SessionServerIT extends ServerTest {

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("session", SessionResource.class);
    }

    @Test
    void beginningASessionSetsItsCookie() {
        Answer answer = visitor().get("/session/begun");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("JSESSIONID="));
    }

    @Test
    void eachVisitorHasASessionOfTheirOwn() {
        Client ada = visitor().withCookies();
        Client bob = visitor().withCookies();
        int adasCall = call(ada.get("/session/begun"));
        int bobsCall = call(bob.get("/session/begun"));

        assertThat(bobsCall).isNotEqualTo(adasCall);
        assertThat(ada.get("/session/used").text()).endsWith("begun, call " + adasCall);
        assertThat(bob.get("/session/used").text()).endsWith("begun, call " + bobsCall);
        assertThat(visitor().get("/session/used").text()).endsWith("no session");
    }

    @Test
    void aMethodThatLeavesSessionsAloneSetsNoCookie() {
        assertThat(visitor().get("/session/ignored").header("Set-Cookie")).isEmpty();
    }
}

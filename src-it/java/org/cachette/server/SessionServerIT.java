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

    @Test
    void aPageThatBeganASessionIsNotStored() {
        int first = call(visitor().get("/session/begun"));

        assertThat(call(visitor().get("/session/begun"))).isNotEqualTo(first);
    }

    @Test
    void aPageForAVisitorWithASessionIsNeitherStoredNorServedFromAnothersEntry() {
        Client ada = visitor().withCookies();
        ada.get("/session/begun");
        int strangers = call(visitor().get("/session/ignored"));

        int adas = call(ada.get("/session/ignored"));

        assertThat(adas).isNotEqualTo(strangers);
        assertThat(call(visitor().get("/session/ignored"))).isEqualTo(strangers);
        assertThat(call(ada.get("/session/ignored"))).isNotEqualTo(adas);
    }

    @Test
    void underVaryCookieEachSessionHasPagesOfItsOwn() {
        Client ada = visitor().withCookies();
        Client bob = visitor().withCookies();
        int adasCall = call(ada.get("/session/begun"));
        int bobsCall = call(bob.get("/session/begun"));

        Answer adas = ada.get("/session/by-cookie");
        Answer bobs = bob.get("/session/by-cookie");

        assertThat(adas.text()).endsWith("begun, call " + adasCall);
        assertThat(bobs.text()).endsWith("begun, call " + bobsCall);
        assertThat(ada.get("/session/by-cookie").text()).isEqualTo(adas.text());
        assertThat(bob.get("/session/by-cookie").text()).isEqualTo(bobs.text());
        assertThat(visitor().get("/session/by-cookie").text()).endsWith("no session");
    }

    @Test
    void aSessionThatBeginsUnderVaryCookieIsNotStored() {
        int first = call(visitor().get("/session/begun-by-cookie"));

        assertThat(call(visitor().get("/session/begun-by-cookie"))).isNotEqualTo(first);
    }

    @Test
    void aPublicPageIsSharedEvenWithASession() {
        Client ada = visitor().withCookies();
        ada.get("/session/begun");
        int first = call(ada.get("/session/public"));

        assertThat(call(visitor().get("/session/public"))).isEqualTo(first);
    }
}

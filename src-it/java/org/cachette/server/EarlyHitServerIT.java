package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.client.Answer;
import org.cachette.client.Client;
import org.cachette.server.app.AskedRequests;
import org.cachette.server.app.BareApplication;
import org.cachette.server.app.EarlyResource;
import org.cachette.server.app.KeyedResource;
import org.cachette.server.app.RestApplication;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Hits that are answered before JAX-RS, in an application that has no filters of its own. */
final class EarlyHitServerIT extends ServerTest {

    @Deployment(testable = false)
    static WebArchive application() {
        return war("early");
    }

    /** The application; more classes may stand in the way. */
    static WebArchive war(String name, Class<?>... more) {
        return war(name, Map.of("cachette.site.enabled", "true", "cachette.site.early-hits", "true"), more);
    }

    /** The application with those settings. */
    static WebArchive war(String name, Map<String, String> settings, Class<?>... more) {
        return Deployments.war(
                        name, EarlyResource.class, EarlyResource.Locked.class, KeyedResource.class, AskedRequests.class)
                .deleteClass(RestApplication.class)
                .addClass(BareApplication.class)
                .addClasses(more)
                .addAsResource(Deployments.settings(settings), "META-INF/microprofile-config.properties");
    }

    @Test
    void aRequestThatWasAHitBeforeIsAnsweredBeforeJaxRsInTheSameWay() {
        visitor().get("/early/page?same");
        Answer late = visitor().get("/early/page?same");
        int asked = asked();

        Answer early = visitor().get("/early/page?same");

        assertThat(early.text()).isEqualTo(late.text());
        assertThat(lasting(early)).isEqualTo(lasting(late));
        assertThat(early.header("Age")).isPresent();
        assertThat(asked()).isEqualTo(asked + 1); // the question itself
    }

    private int asked() {
        return Integer.parseInt(visitor().get("/early/asked").text());
    }

    /** The fields that are the same a second later. */
    private static Map<String, Object> lasting(Answer answer) {
        Map<String, Object> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(answer.headers());
        fields.keySet().removeAll(List.of("Age", "Date"));
        return fields;
    }

    @Test
    void aConditionAndARangeAreAnsweredAsByJaxRs() {
        String tag = known("/early/page?conditions").header("ETag").orElseThrow();

        Answer notModified = visitor().get("/early/page?conditions", "If-None-Match: " + tag);
        Answer part = visitor().get("/early/page?conditions", "Range: bytes=0-3");

        assertThat(notModified.status()).isEqualTo(304);
        assertThat(notModified.header("ETag")).contains(tag);
        assertThat(notModified.header("Content-Type")).isEmpty();
        assertThat(notModified.body()).isEmpty();
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("page");
        assertThat(part.header("Content-Range").orElseThrow()).startsWith("bytes 0-3/");
    }

    /** The answer to a request that need not reach JAX-RS any more. */
    private Answer known(String path, String... headers) {
        visitor().get(path, headers);
        visitor().get(path, headers);
        return visitor().get(path, headers);
    }

    @Test
    void thePageOfStrangersReachesNobodyWhoIsLoggedIn() {
        Client ada = visitor().withCookies();
        assertThat(known("/early/visitor").text()).endsWith("hello stranger");

        ada.post("/early/login", "ada");

        assertThat(ada.get("/early/visitor").text()).endsWith("hello ada");
        assertThat(ada.get("/early/visitor").text()).endsWith("hello ada");
        assertThat(visitor().get("/early/visitor").text()).endsWith("hello stranger");
    }

    @Test
    void credentialsAreForJaxRs() {
        known("/early/page?credentials");
        int asked = asked();

        visitor().get("/early/page?credentials", "Authorization: Bearer x");

        assertThat(asked()).isEqualTo(asked + 2);
    }

    @Test
    void aMethodWithAnAnnotationOfOthersIsForJaxRs() {
        known("/early/permitted");
        int asked = asked();

        visitor().get("/early/permitted");

        assertThat(asked()).isEqualTo(asked + 2);
    }

    @Test
    void eachFormatIsGivenToWhoAsksForIt() {
        String text = "Accept: text/plain";
        String json = "Accept: application/json";

        assertThat(known("/early/format", text).text()).startsWith("text");
        assertThat(known("/early/format", json).text()).startsWith("\"json");
        assertThat(visitor().get("/early/format", text).text()).startsWith("text");
        assertThat(visitor().get("/early/format", json).text()).startsWith("\"json");
    }

    @Test
    void whatIsLookedAtOnTheWayToAMethodIsNotPassedBy() {
        assertThat(known("/early/locked", "X-Key: 1").status()).isEqualTo(200);

        assertThat(visitor().get("/early/locked").status()).isEqualTo(404);
    }

    @Test
    void whatTheMakingOfAnObjectDecidesIsNotPassedBy() {
        assertThat(known("/keyed", "X-Key: 1").status()).isEqualTo(200);

        assertThat(visitor().get("/keyed").status()).isEqualTo(404);
    }

    @Test
    void aRangeThatIsNotThereIsForJaxRs() {
        known("/early/page?unsatisfiable");
        int asked = asked();

        Answer refused = visitor().get("/early/page?unsatisfiable", "Range: bytes=9999-");

        assertThat(refused.status()).isEqualTo(416);
        assertThat(asked()).isEqualTo(asked + 2);
    }

    @Test
    void aChangedPageIsMadeAnew() {
        int first = call(known("/early/page"));

        visitor().post("/early/page", "");

        assertThat(call(visitor().get("/early/page"))).isNotEqualTo(first);
    }
}

package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the one other response cache for JAX-RS was seen to get wrong, row by row of that list. */
final class PeerFaultsIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(Map.of(), PeerPages.class, Runs.class, SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Tag("peer-1")
    void aStored404StaysA404() {
        Answer first = server.get("/peer/missing");
        Answer second = server.get("/peer/missing");

        assertThat(first.status()).isEqualTo(404);
        assertThat(second.status()).isEqualTo(404);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Age")).contains("0");
    }

    @Test
    @Tag("peer-2")
    @Tag("R9111-7")
    void whatOneAuthorizedVisitorGotIsServedToNobodyElse() {
        String alice = server.get("/peer/whoami", "Authorization: Bearer alice").text();
        String bob = server.get("/peer/whoami", "Authorization: Bearer bob").text();
        String nobody = server.get("/peer/whoami").text();
        String afterNobody =
                server.get("/peer/whoami", "Authorization: Bearer alice").text();

        assertThat(alice).startsWith("Bearer alice");
        assertThat(bob).startsWith("Bearer bob");
        assertThat(nobody).startsWith("null");
        assertThat(afterNobody).startsWith("Bearer alice");
    }

    @Test
    @Tag("peer-3")
    @Tag("R9111-102")
    void aResponseThatSetsACookieIsNotStored() {
        Answer first = server.get("/peer/cookie");
        Answer second = server.get("/peer/cookie");

        assertThat(first.header("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("id=1"));
        assertThat(second.header("Set-Cookie")).isNotEqualTo(first.header("Set-Cookie"));
    }

    @Test
    @Tag("peer-4")
    @Tag("R9111-22")
    void twoNamesOnOneVaryLineBothCount() {
        String ab = server.get("/peer/two-names", "X-A: 1", "X-B: 1").text();

        assertThat(server.get("/peer/two-names", "X-A: 1", "X-B: 1").text()).isEqualTo(ab);
        assertThat(server.get("/peer/two-names", "X-A: 1", "X-B: 2").text()).isNotEqualTo(ab);
        assertThat(server.get("/peer/two-names", "X-A: 2", "X-B: 1").text()).isNotEqualTo(ab);
    }

    @Test
    @Tag("peer-5")
    @Tag("R9111-32")
    void aResponseThatVariesOnAnythingIsNotStored() {
        assertThat(server.get("/peer/star").text())
                .isNotEqualTo(server.get("/peer/star").text());
    }

    @Test
    @Tag("peer-6")
    @Tag("R9111-31")
    void anAbsentFieldMatchesOnlyAnAbsentField() {
        String without = server.get("/peer/absent").text();
        String with = server.get("/peer/absent", "X-A: 1").text();
        String empty = server.get("/peer/absent", "X-A:").text();

        assertThat(with).isNotEqualTo(without);
        assertThat(empty).isNotEqualTo(without).isNotEqualTo(with);
        assertThat(server.get("/peer/absent").text()).isEqualTo(without);
    }

    @Test
    @Tag("peer-7")
    @Tag("R9111-63")
    void theMethodsOwnEntityTagIsKeptAndAnswersItsCondition() {
        Answer first = server.get("/peer/tagged");
        Answer hit = server.get("/peer/tagged");
        Answer conditional = server.get("/peer/tagged", "If-None-Match: \"v1\"");

        assertThat(first.header("ETag")).contains("\"v1\"");
        assertThat(hit.header("ETag")).contains("\"v1\"");
        assertThat(conditional.status()).isEqualTo(304);
        assertThat(conditional.header("ETag")).contains("\"v1\"");
        assertThat(conditional.body()).isEmpty();
    }

    @Test
    @Tag("peer-8")
    void ifModifiedSinceIsAnsweredOnAHit() {
        Answer first = server.get("/peer/dated");
        String date = first.header("Last-Modified").orElseThrow();

        assertThat(server.get("/peer/dated", "If-Modified-Since: " + date).status())
                .isEqualTo(304);
        assertThat(server.get("/peer/dated", "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("peer-10")
    void aResponseWithSMaxageAloneIsStored() {
        String first = server.get("/peer/shared").text();

        assertThat(server.get("/peer/shared").text()).isEqualTo(first);
    }

    @Test
    @Tag("peer-11")
    void aPostThatFailsPurgesNothing() {
        String stored = server.get("/peer/posted").text();

        assertThat(server.post("/peer/posted", "x=1").status()).isEqualTo(400);

        assertThat(server.get("/peer/posted").text()).isEqualTo(stored);
    }

    @Test
    @Tag("peer-12")
    @Tag("DJ-HIT-02")
    void aHeadIsAnsweredFromTheStoredGet() {
        Answer get = server.get("/peer/plain");
        int runs = server.bean(Runs.class).count();
        Answer head = server.head("/peer/plain");

        assertThat(server.bean(Runs.class).count()).isEqualTo(runs);
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    @Tag("peer-14")
    void nothingIsLeftOfExpiredPages() {
        server.bean(org.cachette.Caches.class).getDefault().clear();
        for (int i = 0; i < 30; i++) {
            server.get("/peer/two-names?page=" + i, "X-A: 1");
        }
        server.bean(SettableClock.class).advance(Duration.ofMinutes(2));

        assertThat(server.get("/peer/two-names?page=0", "X-A: 1").header("Age")).isEmpty();
    }

    @Test
    @Tag("peer-15")
    void aHitTellsItsAgeSoThatNobodyKeepsItTwiceAsLong() {
        server.get("/peer/aging");
        server.bean(SettableClock.class).advance(Duration.ofSeconds(5));
        Answer hit = server.get("/peer/aging");

        assertThat(hit.header("Cache-Control")).contains("max-age=60");
        assertThat(hit.header("Age")).contains("5");
    }

    @Test
    @Tag("peer-17")
    @Tag("R9111-101")
    void directivesSetInCodeAreAllKept() {
        server.get("/peer/directives");
        Answer hit = server.get("/peer/directives");

        assertThat(hit.header("Cache-Control")).contains("max-age=60, must-revalidate, s-maxage=90");
    }

    @Test
    @Tag("peer-18")
    void aResponseWithoutABodyIsStored() {
        int runs = server.bean(Runs.class).count();

        assertThat(server.get("/peer/empty").status()).isEqualTo(204);
        Answer hit = server.get("/peer/empty");

        assertThat(hit.status()).isEqualTo(204);
        assertThat(hit.header("Age")).contains("0");
        assertThat(server.bean(Runs.class).count()).isEqualTo(runs + 1);
    }
}

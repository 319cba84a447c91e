package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The site's cache: pages are kept though no resource says so. */
@Tag("ee11")
final class SiteCacheIT {

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = site(Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static EmbeddedServer site(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(Map.of("cachette.site.enabled", "true"));
        settings.putAll(more);
        return EmbeddedServer.start(
                settings, PlainPages.class, PlainPages.KeyCheck.class, Runs.class, SettableClock.class);
    }

    private void restart(Map<String, String> more) {
        server.close();
        server = site(more);
    }

    @Test
    @Tag("DJ-MW-01")
    void aPageIsKeptForTenMinutesUnlessSaidOtherwise() {
        Answer first = server.get("/plain");
        Answer hit = server.get("/plain");

        assertThat(hit.text()).isEqualTo(first.text());
        assertThat(first.header("Cache-Control")).contains("max-age=600");
        assertThat(hit.header("Age")).contains("0");
        server.bean(SettableClock.class).advance(Duration.ofSeconds(601));
        assertThat(server.get("/plain").text()).isNotEqualTo(first.text());
    }

    @Test
    void aHeadIsAnsweredFromTheEntryOfTheGet() {
        Answer get = server.get("/plain");
        Answer head = server.head("/plain");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).contains(String.valueOf(get.body().length));
        assertThat(server.bean(Runs.class).count()).isEqualTo(1);
    }

    @Test
    void theClientsOwnConditionIsAnsweredFromTheEntry() {
        String tag = server.get("/plain").header("ETag").orElseThrow();

        assertThat(server.get("/plain", "If-None-Match: " + tag).status()).isEqualTo(304);
        assertThat(server.bean(Runs.class).count()).isEqualTo(1);
    }

    @Test
    void otherMethodsAlwaysRun() {
        server.post("/plain", "");
        server.post("/plain", "");

        assertThat(server.bean(Runs.class).count()).isEqualTo(2);
    }

    @Test
    void aPageThatIsNeverToBeCachedIsNot() {
        Answer first = server.get("/plain/never");

        assertThat(server.get("/plain/never").text()).isNotEqualTo(first.text());
        assertThat(first.header("Cache-Control").orElseThrow()).contains("no-store", "private");
    }

    @Test
    void anAnnotationOfTheMethodBeatsTheSite() {
        Answer first = server.get("/plain/annotated");

        assertThat(first.header("Cache-Control")).contains("max-age=5");
        assertThat(server.get("/plain/annotated").text()).isEqualTo(first.text());
        server.bean(SettableClock.class).advance(Duration.ofSeconds(6));
        assertThat(server.get("/plain/annotated").text()).isNotEqualTo(first.text());
    }

    @Test
    void anIdentifiedVisitorsPageIsNeitherKeptNorGivenToOthers() {
        Answer known = server.get("/plain", "Authorization: Basic bWVtYmVyMTpz");
        Answer other = server.get("/plain");
        Answer again = server.get("/plain", "Authorization: Basic bWVtYmVyMTpz");

        assertThat(other.text()).isNotEqualTo(known.text());
        assertThat(again.text()).isNotEqualTo(known.text()).isNotEqualTo(other.text());
    }

    @Test
    void aPageThatSetsACookieIsNotKept() {
        assertThat(server.get("/plain/cookie").text())
                .isNotEqualTo(server.get("/plain/cookie").text());
    }

    @Test
    void aPageBehindAnInterceptorIsNotServedPastIt() {
        try (Warnings warnings = new Warnings()) {
            Answer allowed = server.get("/plain/guarded", "X-Key: mine");
            Answer without = server.get("/plain/guarded");
            server.get("/plain/guarded", "X-Key: mine");

            assertThat(allowed.status()).isEqualTo(200);
            assertThat(without.status()).isEqualTo(403);
            assertThat(warnings.lines())
                    .singleElement()
                    .asString()
                    .contains(
                            "PlainPages.guarded are not cached by settings",
                            "the interceptor " + PlainPages.KeyCheck.class.getName(),
                            "put @CachePage on it");
        }
    }

    @Test
    void aRuleByUrlBeatsTheSite() {
        restart(Map.of(
                "cachette.pages.\"/plain/articles/{id}\".timeout", "30",
                "cachette.pages.\"/plain/articles/new\".timeout", "7"));

        assertThat(server.get("/plain/articles/1").header("Cache-Control")).contains("max-age=30");
        assertThat(server.get("/plain/articles/new").header("Cache-Control")).contains("max-age=7");
        assertThat(server.get("/plain").header("Cache-Control")).contains("max-age=600");
        assertThat(server.get("/plain/articles/1").text()).startsWith("1 ").isNotEqualTo("2 ");
    }

    @Test
    void aRuleByUrlWorksWithoutTheSite() {
        restart(Map.of(
                "cachette.site.enabled", "false", "cachette.pages.\"/plain/articles/{id: [0-9]+}\".timeout", "30"));

        assertThat(server.get("/plain/articles/1").text())
                .isEqualTo(server.get("/plain/articles/1").text());
        assertThat(server.get("/plain/articles/one").text())
                .isNotEqualTo(server.get("/plain/articles/one").text());
        assertThat(server.get("/plain").text())
                .isNotEqualTo(server.get("/plain").text());
    }

    @Test
    void aRuleByMethodBeatsARuleByUrl() {
        restart(Map.of(
                "cachette.pages.\"/plain/named\".timeout",
                "30",
                "cachette.pages.\"" + PlainPages.class.getName() + "/named\".timeout",
                "8"));

        assertThat(server.get("/plain/named").header("Cache-Control")).contains("max-age=8");
    }

    @Test
    void aRuleByUrlLeavesAnAnnotatedMethodAlone() {
        restart(Map.of("cachette.pages.\"/plain/annotated\".timeout", "30"));

        assertThat(server.get("/plain/annotated").header("Cache-Control")).contains("max-age=5");
    }

    @Test
    @Tag("R9111-4")
    @Tag("R9111-5")
    @Tag("R9111-9")
    void withTimeoutResponseOnlyTheResponsesOwnHeadersCount() {
        restart(Map.of("cachette.site.timeout", "response"));

        assertThat(runsTwice("/plain")).isTrue();
        assertThat(runsTwice("/plain/told?1", "X-Control: max-age=60")).isFalse();
        assertThat(runsTwice("/plain/told?2", "X-Control: s-maxage=60, max-age=0"))
                .isFalse();
        assertThat(runsTwice("/plain/told?3", "X-Control: private, max-age=60")).isTrue();
        assertThat(runsTwice("/plain/told?4", "X-Control: no-store, max-age=60"))
                .isTrue();
        assertThat(runsTwice("/plain/told?5", "X-Control: max-age=60", "X-Age: 60"))
                .isTrue();
    }

    @Test
    @Tag("R9111-25")
    void withTimeoutResponseAHitCarriesTheTrueAgeAndTheHeadersAsTheyWere() {
        restart(Map.of("cachette.site.timeout", "response"));
        Answer first = server.get("/plain/told", "X-Control: max-age=60", "X-Age: 20");
        server.bean(SettableClock.class).advance(Duration.ofSeconds(10));
        Answer hit = server.get("/plain/told", "X-Control: max-age=60", "X-Age: 20");

        assertThat(hit.text()).isEqualTo(first.text());
        assertThat(hit.header("Age")).contains("30");
        assertThat(hit.header("Cache-Control")).contains("max-age=60");
        server.bean(SettableClock.class).advance(Duration.ofSeconds(31));
        assertThat(server.get("/plain/told", "X-Control: max-age=60", "X-Age: 20")
                        .text())
                .isNotEqualTo(first.text());
    }

    @Test
    @Tag("R9111-26")
    @Tag("R9111-80")
    void whatMayHaveChangedAPageDropsIt() {
        String first = server.get("/plain").text();
        server.post("/plain", "");
        String second = server.get("/plain").text();
        server.client().send("DELETE", "/plain", "");

        assertThat(second).isNotEqualTo(first);
        assertThat(server.get("/plain").text()).isNotEqualTo(second);
    }

    @Test
    @Tag("R9110-42")
    @Tag("R9110-44")
    void aRangeIsCutOutOfTheEntry() {
        Answer whole = server.get("/plain/articles/1");
        Answer range = server.get("/plain/articles/1", "Range: bytes=2-4");
        Answer none = server.get("/plain/articles/1", "Range: bytes=500-");

        assertThat(range.status()).isEqualTo(206);
        assertThat(range.text()).isEqualTo(whole.text().substring(2, 5));
        assertThat(range.header("Content-Range")).contains("bytes 2-4/" + whole.body().length);
        assertThat(range.header("Content-Length")).contains("3");
        assertThat(range.header("ETag")).isEqualTo(whole.header("ETag"));
        assertThat(none.status()).isEqualTo(416);
        assertThat(none.header("Content-Range")).contains("bytes */" + whole.body().length);
        assertThat(server.get("/plain/articles/1").text()).isEqualTo(whole.text());
        assertThat(server.bean(Runs.class).count()).isEqualTo(1);
    }

    @Test
    @Tag("R9211-1")
    @Tag("R9211-5")
    @Tag("R9211-8")
    @Tag("R9211-9")
    void cacheStatusSaysWhatBecameOfARequest() {
        restart(Map.of("cachette.site.cache-status", "true"));

        assertThat(server.get("/plain").header("Cache-Status"))
                .contains("Cachette;fwd=miss;stored;detail=\"nothing speaks against it\"");
        server.bean(SettableClock.class).advance(Duration.ofSeconds(10));
        assertThat(server.get("/plain").header("Cache-Status")).contains("Cachette;hit;ttl=590");
        assertThat(server.get("/plain", "Authorization: Basic bWVtYmVyMTpz").header("Cache-Status"))
                .contains("Cachette;fwd=bypass;detail=\"the request has Authorization\"");
        assertThat(server.get("/plain/cookie").header("Cache-Status"))
                .contains("Cachette;fwd=miss;stored=?0;detail=\"the response sets a cookie\"");
        server.bean(SettableClock.class).advance(Duration.ofMinutes(10));
        assertThat(server.get("/plain").header("Cache-Status").orElseThrow()).contains(";stored;");
    }

    @Test
    @Tag("R9211-14")
    void withoutTheSwitchThereIsNoCacheStatus() {
        server.get("/plain");

        assertThat(server.get("/plain").header("Cache-Status")).isEmpty();
    }

    private boolean runsTwice(String path, String... headers) {
        String first = server.get(path, headers).text();
        return !server.get(path, headers).text().equals(first);
    }
}

package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages tell other caches: targeted fields, groups, which parameters matter, and what became of a request. */
@Tag("ee11")
final class ToldIT {

    private EmbeddedServer server = start(Map.of());

    private static EmbeddedServer start(Map<String, String> settings) {
        return EmbeddedServer.start(settings, ToldPages.class, Runs.class, SettableClock.class);
    }

    private void restart(Map<String, String> settings) {
        server.close();
        server = start(settings);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("R9213-12")
    void someCachesAreToldSomethingElseOnEachAnswer() {
        Answer miss = server.get("/told/cdn");
        Answer hit = server.get("/told/cdn");
        Answer same =
                server.get("/told/cdn", "If-None-Match: " + hit.header("ETag").orElseThrow());

        assertThat(hit.text()).isEqualTo(miss.text());
        assertThat(same.status()).isEqualTo(304);
        for (Answer each : new Answer[] {miss, hit, same}) {
            assertThat(each.header("CDN-Cache-Control")).contains("max-age=600, must-revalidate");
            assertThat(each.header("Cache-Control")).contains("max-age=5");
            assertThat(each.header("Cachette-Cache-Control")).isEmpty();
        }
        assertThat(server.get("/told/said").header("CDN-Cache-Control")).contains("max-age=60");
        assertThat(server.get("/told/plain").header("CDN-Cache-Control")).contains("max-age=600");
    }

    @Test
    @Tag("R9875-4")
    @Tag("R9875-8")
    void aPageThatIsDroppedTakesItsGroupsAlong() {
        assertThat(server.get("/told/news").header("Cache-Groups")).contains("\"news\", \"front\", \"article-5\"");
        String front = server.get("/told/front").text();
        assertThat(server.get("/told/news").header("Cache-Groups")).contains("\"news\", \"front\", \"article-5\"");
        assertThat(server.get("/told/front").text()).isEqualTo(front);
        pass();
        assertThat(server.get("/told/drop?page=/told/news").text()).isEqualTo("true");
        pass();

        assertThat(server.get("/told/front").text()).isNotEqualTo(front);
    }

    @Test
    @Tag("R9875-4")
    void unlessThatIsSwitchedOff() {
        restart(Map.of("cachette.site.invalidate-groups", "false"));
        server.get("/told/news");
        String front = server.get("/told/front").text();
        pass();
        server.get("/told/drop?page=/told/news");
        pass();

        assertThat(server.get("/told/front").text()).isEqualTo(front);
    }

    @Test
    @Tag("R9875-9")
    void groupsCanBeSwitchedOff() {
        restart(Map.of("cachette.site.cache-groups", "false"));

        assertThat(server.get("/told/news").header("Cache-Groups")).isEmpty();
        assertThat(server.get("/told/news").header("Cache-Groups")).isEmpty();
        assertThat(server.get("/told/news").text()).isEqualTo("run 1");
    }

    @Test
    @Tag("RNVS-12")
    void theRuleOfTheKeyIsToldWhereThatIsSwitchedOn() {
        assertThat(server.get("/told/front?a=1").header("No-Vary-Search")).isEmpty();
        restart(Map.of(
                "cachette.site.ignore-query", "utm_*, gclid",
                "cachette.site.sort-query", "true",
                "cachette.site.no-vary-search", "true"));
        Answer miss = server.get("/told/front?a=1&gclid=1");
        Answer hit = server.get("/told/front?gclid=2&a=1");

        assertThat(hit.text()).isEqualTo(miss.text());
        assertThat(miss.header("No-Vary-Search")).contains("key-order, params=(\"gclid\")");
        assertThat(hit.header("No-Vary-Search")).contains("key-order, params=(\"gclid\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/told/plain", "/told/drop?page=/x", "/told/nothing", "/elsewhere"})
    @Tag("R9211-13")
    void answersInWhichTheCacheTookNoPartDoNotSpeakOfIt(String path) {
        restart(Map.of("cachette.site.cache-status", "true"));

        assertThat(server.get(path).header("Cache-Status")).isEmpty();
        assertThat(server.get("/told/front").header("Cache-Status")).isPresent();
    }

    @Test
    @Tag("R9211-14")
    void onlyWhoNamesTheSecretIsToldWhatBecameOfARequest() {
        restart(Map.of("cachette.site.cache-status", "debug", "cachette.site.cache-status-secret", "0123456789abcdef"));

        assertThat(server.get("/told/front", "Cachette-Debug: 0123456789abcdef").header("Cache-Status"))
                .isPresent();
        assertThat(server.get("/told/front", "Cachette-Debug: other").header("Cache-Status"))
                .isEmpty();
        assertThat(server.get("/told/front").header("Cache-Status")).isEmpty();
    }

    private void pass() {
        server.bean(SettableClock.class).advance(Duration.ofSeconds(1));
    }
}

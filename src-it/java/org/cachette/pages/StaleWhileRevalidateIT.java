package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stale page is served at once, and made anew in the background. */
@Tag("ee11")
final class StaleWhileRevalidateIT {

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = site(Map.of());
    }

    @AfterEach
    void stop() {
        edition().openGate();
        server.close();
    }

    private static EmbeddedServer site(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(
                Map.of("cachette.site.cache-status", "true", "cachette.pages.\"/versions/ruled\".timeout", "60"));
        settings.putAll(more);
        return EmbeddedServer.start(
                settings,
                VersionedPages.class,
                Runs.class,
                Edition.class,
                RequestNote.class,
                RequestNote.Taker.class,
                SettableClock.class);
    }

    private void restart(Map<String, String> more) {
        server.close();
        server = site(more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lasting", "ruled", "annotated", "stage"})
    @Tag("R5861-1")
    @Tag("R5861-2")
    @Tag("R5861-4")
    @Tag("R5861-8")
    @Tag("R9211-4")
    void nobodyWaitsWhileThePageIsMadeAnewOnce(String page) {
        restart(Map.of("cachette.site.stale-while-revalidate", "30"));
        server.get("/versions/" + page);
        pass(70);
        edition().become("v2");
        edition().shutGate();
        Answer stale = server.get("/versions/" + page);
        for (int i = 0; i < 20; i++) {
            assertThat(server.get("/versions/" + page).text()).isEqualTo("run 1");
        }
        await().until(() -> runs() == 2);
        edition().openGate();

        assertThat(stale.text()).isEqualTo("run 1");
        assertThat(stale.header("Age")).contains("70");
        assertThat(stale.header("Warning")).isEmpty();
        assertThat(stale.header("Cache-Status"))
                .contains("Cachette;hit;ttl=-10;detail=\"it is stale, and may be used while a new one is made\"");
        await().untilAsserted(
                        () -> assertThat(server.get("/versions/" + page).text()).isEqualTo("run 2"));
        assertThat(server.get("/versions/" + page).header("Cache-Status")).contains("Cachette;hit;ttl=60");
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void anUnchangedPageIsOnlyMadeFreshAgain() {
        server.get("/versions/lasting");
        pass(70);
        server.get("/versions/lasting");

        await().untilAsserted(() -> assertThat(server.get("/versions/lasting").header("Cache-Status"))
                .contains("Cachette;hit;ttl=60"));
        assertThat(server.get("/versions/lasting").text()).isEqualTo("run 1");
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void aPageByOneCookieIsMadeAnewWithoutTheOthersOfWhoHappenedToAsk() {
        restart(Map.of("cachette.site.stale-while-revalidate", "30"));
        server.get("/versions/named-cookie", "Cookie: secret=1; member=ada");
        pass(70);
        edition().become("v2");
        server.get("/versions/named-cookie", "Cookie: member=ada; secret=2");

        await().untilAsserted(() -> assertThat(server.get("/versions/named-cookie", "Cookie: member=ada; secret=3")
                        .text())
                .isEqualTo("run 2 for member=ada"));
        assertThat(server.get("/versions/named-cookie", "Cookie: member=bob").text())
                .isEqualTo("run 3 for member=bob");
    }

    @Test
    void aPageByOneCookieThatIsUnchangedStaysOneForAllWithThatCookie() {
        server.get("/versions/named-cookie", "Cookie: member=ada; secret=1");
        pass(70);
        Answer validated = server.get("/versions/named-cookie", "Cookie: member=ada; secret=1");
        Answer other = server.get("/versions/named-cookie", "Cookie: member=ada; secret=2");

        assertThat(validated.text()).isEqualTo("run 1 for member=ada; secret=1");
        assertThat(other.header("Cache-Status")).contains("Cachette;hit;ttl=60");
        assertThat(server.get("/versions/named-cookie", "Cookie: member=bob").text())
                .isEqualTo("run 3 for member=bob");
    }

    @Test
    @Tag("R5861-3")
    void pastItsTimeTheClientWaits() {
        server.get("/versions/lasting");
        pass(91);
        edition().become("v2");

        assertThat(server.get("/versions/lasting").text()).isEqualTo("run 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"must-revalidate", "proxy-revalidate", "s-maxage=60"})
    @Tag("R9111-54")
    @Tag("R5861-9")
    void whereTheResponseForbidsItTheClientWaits(String control) {
        restart(Map.of("cachette.site.stale-while-revalidate", "30"));
        edition().say("Cache-Control", control);
        server.get("/versions/annotated");
        pass(70);
        edition().become("v2");

        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 2");
    }

    @Test
    @Tag("R9111-62")
    void theNewRequestIsNobodysAndHasOnlyWhatChoseTheEntry() {
        String[] mine = {"X-Lang: de", "Cookie: id=mine", "X-Note: mine", "User-Agent: mine", "If-None-Match: \"x\""};
        assertThat(server.get("/versions/seen", mine).text()).contains("note mine", "id=mine");
        pass(70);
        server.get("/versions/seen", mine);

        await().untilAsserted(
                        () -> assertThat(server.get("/versions/seen", mine).text())
                                .startsWith("run 2 ")
                                .contains("de", "note none")
                                .doesNotContain("mine", "\"x\""));
    }

    @Test
    void aVisitorsPageIsMadeAnewForThatVisitorAlone() {
        restart(Map.of("cachette.site.stale-while-revalidate", "30"));
        server.get("/versions/member", "Cookie: id=alice");
        server.get("/versions/member", "Cookie: id=bob");
        pass(70);
        edition().become("v2");
        assertThat(server.get("/versions/member", "Cookie: id=alice").text()).isEqualTo("run 1 for id=alice");
        await().untilAsserted(() -> assertThat(
                        server.get("/versions/member", "Cookie: id=alice").text())
                .isEqualTo("run 3 for id=alice"));

        assertThat(server.get("/versions/member", "Cookie: id=bob").text()).isEqualTo("run 2 for id=bob");
        assertThat(server.get("/versions/member").text()).endsWith(" for null");
    }

    @Test
    void anIdentifiedVisitorIsNeverGivenAStalePageAndStartsNothing() {
        server.get("/versions/lasting");
        pass(70);
        edition().become("v2");

        assertThat(server.get("/versions/lasting", "Authorization: Basic bWVtYmVyMTpz")
                        .text())
                .isEqualTo("run 2");
        assertThat(server.get("/versions/lasting").text()).isEqualTo("run 1");
    }

    @Test
    void whatFailsInTheBackgroundLeavesThePageStaleAndIsToldOnce() {
        restart(Map.of("cachette.site.stale-while-revalidate", "30"));
        server.get("/versions/annotated");
        pass(70);
        edition().answerWith(500);
        try (Warnings warnings = new Warnings()) {
            server.get("/versions/annotated");
            await().until(() -> runs() == 2);
            await().until(() -> {
                server.get("/versions/annotated");
                return runs() >= 4;
            });

            assertThat(server.get("/versions/annotated").text()).isEqualTo("run 1");
            assertThat(warnings.lines())
                    .singleElement()
                    .asString()
                    .contains("/versions/annotated was not made anew in the background");
        }
    }

    private Edition edition() {
        return server.bean(Edition.class);
    }

    private int runs() {
        return server.bean(Runs.class).count();
    }

    private void pass(int seconds) {
        server.bean(SettableClock.class).advance(Duration.ofSeconds(seconds));
    }
}

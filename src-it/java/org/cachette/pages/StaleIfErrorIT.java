package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stale page stands in where the method fails. */
@Tag("ee11")
@Tag("R5861-5")
final class StaleIfErrorIT {

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = site(Map.of("cachette.site.stale-if-error", "PT10M"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static EmbeddedServer site(Map<String, String> more, Class<?>... providers) {
        Map<String, String> settings = new TreeMap<>(
                Map.of("cachette.site.cache-status", "true", "cachette.pages.\"/versions/ruled\".timeout", "60"));
        settings.putAll(more);
        List<Class<?>> classes = new ArrayList<>(
                List.of(VersionedPages.class, Runs.class, Edition.class, RequestNote.class, SettableClock.class));
        classes.addAll(List.of(providers));
        return EmbeddedServer.start(settings, classes.toArray(Class<?>[]::new));
    }

    private void restart(Map<String, String> more, Class<?>... providers) {
        server.close();
        server = site(more, providers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "ruled", "stage"})
    @Tag("R5861-6")
    @Tag("R5861-8")
    @Tag("R9111-69")
    void aStatusThatSaysTheServerFailedIsHidden(String page) {
        Answer first = server.get("/versions/" + page);
        pass(100);
        edition().answerWith(503);
        Answer hidden = server.get("/versions/" + page);

        assertThat(hidden.status()).isEqualTo(200);
        assertThat(hidden.text()).isEqualTo(first.text());
        assertThat(hidden.header("Age")).contains("100");
        assertThat(hidden.header("Warning")).isEmpty();
        assertThat(hidden.header("Cache-Status"))
                .contains("Cachette;fwd=stale;fwd-status=503;ttl=-40;stored=?0;"
                        + "detail=\"it may stand in for an error\"");
        pass(600);
        assertThat(server.get("/versions/" + page).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "stage", "failing-stage"})
    void soIsAnException(String page) {
        server.get("/versions/" + page);
        pass(100);
        edition().failByException(true);
        try (Warnings warnings = new Warnings()) {
            Answer hidden = server.get("/versions/" + page);

            assertThat(hidden.status()).isEqualTo(200);
            assertThat(hidden.text()).isEqualTo("run 1");
            assertThat(warnings.lines()).containsExactly("GET /versions/" + page + ": a stale page stands in for it");
        }
    }

    @Test
    void anExceptionThatTheApplicationMapsIsAnAnswer() {
        restart(Map.of("cachette.site.stale-if-error", "PT10M"), VersionedPages.Teapot.class);
        server.get("/versions/annotated");
        pass(100);
        edition().failByException(true);

        assertThat(server.get("/versions/annotated").status()).isEqualTo(418);
    }

    @Test
    void otherStatusesAreAnswers() {
        server.get("/versions/annotated");
        pass(100);
        edition().answerWith(404);

        assertThat(server.get("/versions/annotated").status()).isEqualTo(404);
        edition().answerWith(501);
        assertThat(server.get("/versions/annotated").status()).isEqualTo(501);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"must-revalidate", "proxy-revalidate", "s-maxage=60", "must-revalidate, stale-if-error=900"})
    @Tag("R9111-54")
    @Tag("R9111-56")
    @Tag("R9111-99")
    @Tag("R5861-9")
    void whereTheResponseForbidsItTheErrorGoesThrough(String control) {
        edition().say("Cache-Control", control);
        server.get("/versions/annotated");
        pass(100);
        edition().answerWith(503);

        assertThat(server.get("/versions/annotated").status()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({
        "must-revalidate, annotated",
        "must-revalidate, stage",
        "proxy-revalidate, annotated",
        "s-maxage=60, annotated"
    })
    @Tag("R9111-56")
    void whereTheResponseForbidsItAMethodThatGivesNoAnswerIsATimeoutOfAGateway(String control, String page) {
        edition().say("Cache-Control", control);
        server.get("/versions/" + page);
        pass(100);
        edition().failByException(true);
        try (Warnings warnings = new Warnings()) {
            Answer refused = server.get("/versions/" + page);

            assertThat(refused.status()).isEqualTo(504);
            assertThat(refused.text()).isEmpty();
            assertThat(refused.header("Cache-Control")).contains("no-store");
            assertThat(refused.header("Cache-Status").orElseThrow()).contains("fwd=stale;fwd-status=500", "forbids");
            assertThat(warnings.lines())
                    .containsExactly("GET /versions/" + page + ": it is answered with 504, since "
                            + (control.equals("s-maxage=60") ? "s-maxage" : control) + " forbids to use it stale");
        }
        edition().failByException(false);
        assertThat(server.get("/versions/" + page).text()).isEqualTo("run 1");
    }

    @Test
    @Tag("R9111-56")
    void anExceptionWithoutAStalePageIsNone() {
        edition().failByException(true);

        assertThat(server.get("/versions/annotated").status()).isEqualTo(500);
    }

    @Test
    void theResponseItselfMayAllowIt() {
        restart(Map.of());
        edition().say("Cache-Control", "stale-if-error=900, s-maxage=60");
        server.get("/versions/annotated");
        server.get("/versions/lasting");
        pass(100);
        edition().answerWith(500);

        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 1");
        assertThat(server.get("/versions/lasting").text()).isEqualTo("run 2");
        pass(900);
        assertThat(server.get("/versions/annotated").status()).isEqualTo(500);
    }

    @Test
    void nobodyGetsThePageOfAnotherVisitorInPlaceOfAnError() {
        server.get("/versions/member", "Cookie: id=alice");
        server.get("/versions/annotated");
        pass(100);
        edition().answerWith(503);

        assertThat(server.get("/versions/member", "Cookie: id=bob").status()).isEqualTo(503);
        assertThat(server.get("/versions/member").status()).isEqualTo(503);
        assertThat(server.get("/versions/member", "Cookie: id=alice").text()).isEqualTo("run 1 for id=alice");
        assertThat(server.get("/versions/annotated", "Authorization: Basic bWVtYmVyMTpz")
                        .status())
                .isEqualTo(503);
    }

    private Edition edition() {
        return server.bean(Edition.class);
    }

    private void pass(int seconds) {
        server.bean(SettableClock.class).advance(Duration.ofSeconds(seconds));
    }
}

package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.cachette.http.HttpDates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site where the responses' own headers say how long, and how, they may be used. */
@Tag("ee11")
final class ResponseControlIT {

    private static final String PAGE = "/versions/ruled";

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
        Map<String, String> settings = new TreeMap<>(Map.of(
                "cachette.site.enabled", "true",
                "cachette.site.timeout", "response",
                "cachette.site.cache-status", "true"));
        settings.putAll(more);
        return EmbeddedServer.start(
                settings, VersionedPages.class, Runs.class, Edition.class, RequestNote.class, SettableClock.class);
    }

    private void restart(Map<String, String> more) {
        server.close();
        server = site(more);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 429, 431})
    void anErrorThatMayBeAboutOneClientAloneIsForThatClientAlone(int status) {
        assertThat(server.get("/versions/picky", "X-Refused: " + status).status())
                .isEqualTo(status);

        assertThat(server.get("/versions/picky").status()).isEqualTo(200);
        assertThat(server.get("/versions/picky", "X-Refused: " + status).text()).isEqualTo("run 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "no-cache, max-age=60", "max-age=0", "max-age=0, must-revalidate"})
    @Tag("R9111-23")
    void aPageThatMustBeValidatedIsAtEachUse(String control) {
        say(control);
        server.get(PAGE);
        Answer second = server.get(PAGE);
        Answer third = server.get(PAGE);

        assertThat(second.text()).isEqualTo("run 1");
        assertThat(third.text()).isEqualTo("run 1");
        assertThat(third.header("Cache-Status").orElseThrow()).contains("fwd=stale;fwd-status=304");
        assertThat(runs()).isEqualTo(3);
    }

    @Test
    @Tag("R9111-6")
    @Tag("R9111-97")
    void fieldsThatAreNotToBeReusedAreLeftOut() {
        say("max-age=60, no-cache=\"X-Once\", private=\"X-Mine\"");
        edition().say("X-Once", "1");
        edition().say("X-Mine", "1");
        Answer first = server.get(PAGE);
        Answer hit = server.get(PAGE);

        assertThat(first.header("X-Once")).contains("1");
        assertThat(first.header("X-Mine")).contains("1");
        assertThat(hit.text()).isEqualTo(first.text());
        assertThat(hit.header("X-Once")).isEmpty();
        assertThat(hit.header("X-Mine")).isEmpty();
    }

    @Test
    @Tag("R9111-52")
    @Tag("R9111-29")
    void afterValidationThePageIsNew() {
        say("max-age=60");
        Answer first = server.get(PAGE);
        pass(30);
        assertThat(server.get(PAGE).header("Age")).contains("30");
        pass(31);
        Answer validated = server.get(PAGE);
        pass(10);
        Answer hit = server.get(PAGE);

        assertThat(validated.text()).isEqualTo(first.text());
        assertThat(hit.text()).isEqualTo(first.text());
        assertThat(hit.header("Age")).contains("10");
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    @Tag("R9111-50")
    @Tag("R9111-51")
    void aLifetimeIsGuessedWhereThatIsSwitchedOn() {
        String tenDaysAgo = HttpDates.format(Instant.parse("2026-11-11T10:00:00Z"));
        edition().say("Last-Modified", tenDaysAgo);
        server.get(PAGE);
        server.get(PAGE);
        assertThat(runs()).isEqualTo(2);

        restart(Map.of("cachette.site.heuristic", "true"));
        edition().say("Last-Modified", tenDaysAgo);
        server.get(PAGE);
        pass(23 * 3600);
        server.get(PAGE);
        assertThat(runs()).isEqualTo(1);
        pass(2 * 3600);
        server.get(PAGE);
        assertThat(runs()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "max-age=0", "min-fresh=100"})
    @Tag("R9111-94")
    void whatRequestsAskCountsOnlyWhereThatIsSwitchedOn(String wish) {
        say("max-age=60");
        server.get(PAGE);
        assertThat(server.get(PAGE, "Cache-Control: " + wish).header("Cache-Status"))
                .contains("Cachette;hit;ttl=60");

        restart(Map.of("cachette.site.request-directives", "true"));
        say("max-age=60");
        server.get(PAGE);
        assertThat(server.get(PAGE, "Cache-Control: " + wish)
                        .header("Cache-Status")
                        .orElseThrow())
                .startsWith("Cachette;fwd=request;fwd-status=304;");
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    @Tag("R9111-55")
    @Tag("R9111-94")
    @Tag("R8246-2")
    @Tag("R8246-3")
    void maxStaleAndImmutableCountThere() {
        restart(Map.of("cachette.site.request-directives", "true"));
        say("max-age=60, immutable");
        server.get(PAGE);
        assertThat(server.get(PAGE, "Cache-Control: max-age=0").header("Cache-Status"))
                .contains("Cachette;hit;ttl=60");
        pass(70);
        Answer stale = server.get(PAGE, "Cache-Control: max-stale=20");
        assertThat(stale.header("Cache-Status").orElseThrow()).startsWith("Cachette;hit;ttl=-10;");
        assertThat(stale.header("Age")).contains("70");
        assertThat(runs()).isEqualTo(1);
        server.get(PAGE, "Cache-Control: max-stale=5");
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    @Tag("R9111-95")
    void aClientThatWantsNothingButAStoredPageGetsA504WhereThereIsNone() {
        say("max-age=60");
        assertThat(server.get(PAGE, "Cache-Control: only-if-cached").status()).isEqualTo(200);

        restart(Map.of("cachette.site.request-directives", "true"));
        say("max-age=60");
        Answer refused = server.get(PAGE, "Cache-Control: only-if-cached");
        server.get(PAGE);
        Answer hit = server.get(PAGE, "Cache-Control: only-if-cached");
        pass(61);

        assertThat(refused.status()).isEqualTo(504);
        assertThat(refused.header("Cache-Status").orElseThrow()).doesNotContain("hit", "fwd");
        assertThat(hit.text()).isEqualTo("run 1");
        assertThat(server.get(PAGE, "Cache-Control: only-if-cached").status()).isEqualTo(504);
        assertThat(runs()).isEqualTo(1);
    }

    private Edition edition() {
        return server.bean(Edition.class);
    }

    private void say(String cacheControl) {
        edition().say("Cache-Control", cacheControl);
    }

    private int runs() {
        return server.bean(Runs.class).count();
    }

    private void pass(int seconds) {
        server.bean(SettableClock.class).advance(Duration.ofSeconds(seconds));
    }
}

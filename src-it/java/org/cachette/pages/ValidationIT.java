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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stale pages are validated by the method that made them. */
@Tag("ee11")
final class ValidationIT {

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
        Map<String, String> settings = new TreeMap<>(
                Map.of("cachette.site.cache-status", "true", "cachette.pages.\"/versions/ruled\".timeout", "60"));
        settings.putAll(more);
        return EmbeddedServer.start(
                settings,
                VersionedPages.class,
                SearchPages.Choosing.class,
                Runs.class,
                Edition.class,
                RequestNote.class,
                SettableClock.class);
    }

    private void restart(Map<String, String> more) {
        server.close();
        server = site(more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "ruled", "stage"})
    @Tag("R9111-15")
    @Tag("R9111-60")
    @Tag("R9111-67")
    @Tag("R9111-70")
    @Tag("R9111-72")
    @Tag("R9211-7")
    void aMethodThatSaysNotModifiedMakesItsPageFreshAgain(String page) {
        Answer first = server.get("/versions/" + page);
        pass(61);
        Answer validated = server.get("/versions/" + page);
        Answer hit = server.get("/versions/" + page);

        assertThat(validated.status()).isEqualTo(200);
        assertThat(validated.text())
                .isEqualTo(hit.text())
                .isEqualTo(first.text())
                .isEqualTo("run 1");
        assertThat(validated.header("Cache-Status"))
                .contains("Cachette;fwd=stale;fwd-status=304;ttl=60;stored;"
                        + "detail=\"the 304 has the entity tag of the entry\"");
        assertThat(validated.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(validated.header("Content-Length")).isEqualTo(first.header("Content-Length"));
        assertThat(hit.header("Cache-Status")).contains("Cachette;hit;ttl=60");
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    @Tag("DJ-PKEY-04")
    void aValidatedPageStaysInTheLanguageThatItWasMadeFor() {
        restart(Map.of("cachette.site.vary-language", "true"));
        server.get("/versions/annotated", "X-Language: de");
        pass(61);
        server.get("/versions/annotated", "X-Language: de");

        assertThat(server.get("/versions/annotated", "X-Language: de").header("Cache-Status"))
                .contains("Cachette;hit;ttl=60");
        assertThat(runs()).isEqualTo(2);
        assertThat(server.get("/versions/annotated").header("Age")).isEmpty();
    }

    @Test
    @Tag("R9111-61")
    @Tag("R9111-71")
    void aDateOfModificationIsAValidatorToo() {
        server.get("/versions/dated");
        pass(61);

        assertThat(server.get("/versions/dated").text()).isEqualTo("run 1");
        assertThat(server.get("/versions/dated").text()).isEqualTo("run 1");
        assertThat(runs()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "ruled", "stage"})
    @Tag("R9111-68")
    void aNewAnswerReplacesTheEntry(String page) {
        server.get("/versions/" + page);
        pass(61);
        edition().become("v2");

        assertThat(server.get("/versions/" + page).text()).isEqualTo("run 2");
        assertThat(server.get("/versions/" + page).text()).isEqualTo("run 2");
        assertThat(server.get("/versions/" + page).header("ETag")).contains("\"v2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "ruled"})
    @Tag("R9111-67")
    void aClientGetsANotModifiedOnlyForWhatItHas(String page) {
        server.get("/versions/" + page);
        pass(61);
        Answer hasIt = server.get("/versions/" + page, "If-None-Match: \"v1\"");
        pass(61);
        Answer hasAnother = server.get("/versions/" + page, "If-None-Match: \"v0\"");
        pass(61);
        edition().become("v2");
        Answer hasTheNewOne = server.get("/versions/" + page, "If-None-Match: \"v2\"");
        pass(61);
        Answer hasTheOldOne = server.get("/versions/" + page, "If-None-Match: \"v1\"");

        assertThat(hasIt.status()).isEqualTo(304);
        assertThat(hasAnother.status()).isEqualTo(200);
        assertThat(hasAnother.text()).isEqualTo("run 1");
        assertThat(hasTheNewOne.status()).isEqualTo(304);
        assertThat(hasTheOldOne.status()).isEqualTo(200);
        assertThat(hasTheOldOne.header("ETag")).contains("\"v2\"");
        assertThat(runs()).isEqualTo(5);
    }

    @Test
    @Tag("R9111-70")
    void aNotModifiedAboutSomethingElseIsNoAnswerForOneWhoHasNotGotIt() {
        server.get("/versions/bound");
        pass(61);
        Answer other = server.get("/versions/bound", "If-None-Match: \"not-of-the-client\"");
        Answer next = server.get("/versions/bound");
        pass(61);
        Answer own = server.get("/versions/bound", "If-None-Match: \"of-the-client\"");

        assertThat(other.status()).isEqualTo(502);
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.text()).isEqualTo("run 3");
        assertThat(own.status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "ruled", "stage"})
    @Tag("R9111-73")
    void aHeadFreshensThePageWhoseContentIsTheSame(String page) {
        server.get("/versions/" + page);
        pass(61);
        server.head("/versions/" + page);
        Answer hit = server.get("/versions/" + page);

        assertThat(hit.text()).isEqualTo("run 1");
        assertThat(hit.header("Cache-Status")).contains("Cachette;hit;ttl=60");
        pass(61);
        edition().become("v2");
        server.head("/versions/" + page);
        assertThat(server.get("/versions/" + page).header("ETag")).contains("\"v2\"");
    }

    @Test
    @Tag("R9110-41")
    void aRangeIsCutOutOfTheValidatedPage() {
        server.get("/versions/annotated");
        pass(61);
        Answer range = server.get("/versions/annotated", "Range: bytes=0-2");

        assertThat(range.status()).isEqualTo(206);
        assertThat(range.text()).isEqualTo("run");
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void aNotModifiedThatSaysPrivateIsForItsVisitorAlone() {
        server.get("/versions/annotated");
        pass(61);
        edition().say("Cache-Control", "private");
        Answer mine = server.get("/versions/annotated");
        Answer other = server.get("/versions/annotated");

        assertThat(mine.text()).isEqualTo("run 1");
        assertThat(mine.header("Cache-Control").orElseThrow()).contains("private");
        assertThat(other.text()).isEqualTo("run 3");
    }

    @Test
    void whatOtherVisitorsHaveIsNeverAskedAbout() {
        server.get("/versions/member", "Cookie: id=alice");
        pass(61);
        Answer bob = server.get("/versions/member", "Cookie: id=bob");
        Answer alice = server.get("/versions/member", "Cookie: id=alice");

        assertThat(bob.text()).isEqualTo("run 2 for id=bob");
        assertThat(alice.text()).isEqualTo("run 1 for id=alice");
    }

    @Test
    void anIdentifiedVisitorNeitherValidatesNorGetsThePageOfOthers() {
        server.get("/versions/annotated");
        pass(61);
        Answer known = server.get("/versions/annotated", "Authorization: Basic bWVtYmVyMTpz");

        assertThat(known.text()).isEqualTo("run 2");
        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 1");
    }

    @Test
    void aPageIsKeptToBeValidatedForAnHourUnlessSaidOtherwise() {
        server.get("/versions/annotated");
        pass(61 + 3600);
        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 2");

        restart(Map.of("cachette.site.keep-stale", "0"));
        server.get("/versions/annotated");
        pass(61);
        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 2");
    }

    @Test
    @Tag("R9111-69")
    void anErrorGoesThroughWhereNothingAllowsAStalePage() {
        server.get("/versions/annotated");
        pass(61);
        edition().answerWith(503);

        assertThat(server.get("/versions/annotated").status()).isEqualTo(503);
        edition().answerWith(200);
        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 1");
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

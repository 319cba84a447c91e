package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.stored;

import java.time.Duration;
import org.cachette.http.Reuse.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients ask of the cache, where it obeys them. */
final class ReuseByRequestTest {

    private static final long LIFE = 60;
    private static final ReuseRules OBEYING = ReuseRules.PLAIN.withRequestDirectives(true);

    private static Reuse at(long second, ReuseRules rules, RequestHead request, String... lines) {
        return Reuse.of(stored(NOW, NOW.plusSeconds(LIFE), lines), request, rules, NOW.plusSeconds(second));
    }

    private static Outcome asked(long second, String request, String response) {
        return at(second, OBEYING, get("Cache-Control: " + request), "Cache-Control: " + response)
                .outcome();
    }

    @ParameterizedTest
    @Tag("R9111-94")
    @Tag("R9111-104")
    @ValueSource(
            strings = {
                "Cache-Control: no-cache",
                "Cache-Control: max-age=0",
                "Cache-Control: min-fresh=99",
                "Cache-Control: only-if-cached",
                "Pragma: no-cache"
            })
    void isIgnoredUnlessSwitchedOn(String line) {
        assertThat(at(0, ReuseRules.PLAIN, get(line)).outcome()).isEqualTo(Outcome.FRESH);
    }

    @ParameterizedTest
    @Tag("R9111-94")
    @CsvSource({
        "no-cache, VALIDATE",
        "max-age=0, VALIDATE",
        "max-age=9, VALIDATE",
        "max-age=10, FRESH",
        "min-fresh=50, FRESH",
        "min-fresh=51, VALIDATE",
        "max-stale, FRESH",
        "only-if-cached, FRESH"
    })
    void decidesOverAFreshEntry(String asked, Outcome outcome) {
        assertThat(asked(10, asked, "max-age=60")).isEqualTo(outcome);
    }

    @ParameterizedTest
    @Tag("R9111-94")
    @CsvSource({"max-stale, STALE", "max-stale=11, STALE", "max-stale=10, VALIDATE", "max-stale=x, VALIDATE"})
    void decidesOverAStaleEntry(String asked, Outcome outcome) {
        assertThat(asked(70, asked, "max-age=60")).isEqualTo(outcome);
    }

    @Test
    @Tag("R9111-94")
    void maxAgeZeroTakesNothingHoweverYoung() {
        assertThat(asked(0, "max-age=0", "max-age=60")).isEqualTo(Outcome.VALIDATE);
    }

    @Test
    @Tag("R9111-99")
    void doesNotLiftSMaxage() {
        assertThat(asked(70, "max-stale", "s-maxage=60")).isEqualTo(Outcome.VALIDATE);
    }

    @Test
    @Tag("R8246-2")
    void doesNotReloadWhatIsImmutableUnlessItSaysNoCache() {
        assertThat(asked(10, "max-age=0", "max-age=60, immutable")).isEqualTo(Outcome.FRESH);
        assertThat(asked(10, "no-cache", "max-age=60, immutable")).isEqualTo(Outcome.VALIDATE);
        assertThat(asked(70, "max-age=0", "max-age=60, immutable")).isEqualTo(Outcome.VALIDATE);
    }

    @Test
    @Tag("R9111-95")
    void isRefusedWithoutAUsableEntry() {
        RequestHead request = get("Cache-Control: only-if-cached");

        assertThat(at(61, OBEYING, request).outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(Reuse.ofNothing(request, OBEYING))
                .isEqualTo(new Reuse(
                        Outcome.REFUSE, "the request says only-if-cached, and there is no entry", Duration.ZERO));
        assertThat(Reuse.ofNothing(request, ReuseRules.PLAIN).outcome()).isEqualTo(Outcome.UNUSABLE);
    }
}

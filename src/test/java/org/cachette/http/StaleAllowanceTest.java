package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.stored;

import java.time.Duration;
import org.cachette.http.Reuse.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stale entries with malformed directives: what can't be read allows nothing. */
final class StaleAllowanceTest {

    private static final Duration LONG = Duration.ofSeconds(99);
    private static final ReuseRules LENIENT =
            ReuseRules.PLAIN.withStale(LONG, LONG).withRequestDirectives(true);
    private static final String ALLOWING = ", stale-while-revalidate=99, stale-if-error=99";

    private static Reuse stale(String cacheControl) {
        return Reuse.of(entry(cacheControl), get("Cache-Control: max-stale"), LENIENT, NOW.plusSeconds(1));
    }

    private static Reuse inError(String cacheControl) {
        return Reuse.instead(entry(cacheControl), get("Cache-Control: stale-if-error=99"), LENIENT, NOW.plusSeconds(1));
    }

    private static StoredResponse entry(String cacheControl) {
        return stored(NOW.minusSeconds(60), NOW, "Cache-Control: " + cacheControl);
    }

    @ParameterizedTest
    @Tag("R9111-54")
    @ValueSource(strings = {"must-revalidate=1", "proxy-revalidate=x", "must-revalidate=\"\""})
    void anArgumentThatMeansNothingTakesNothingFromADirective(String directive) {
        assertThat(stale(directive + ALLOWING).outcome()).isEqualTo(Outcome.VALIDATE);
        assertThat(inError(directive + ALLOWING).outcome()).isEqualTo(Outcome.REFUSE);
    }

    @ParameterizedTest
    @Tag("R9111-44")
    @Tag("R9111-54")
    @Tag("R9111-99")
    @ValueSource(strings = {"s-maxage=abc", "s-maxage", "s-maxage=-1", "s-maxage=abc, s-maxage=60", "S-MaxAge=\"\""})
    void anUnreadableSMaxageForbidsWhateverStandsBesideIt(String directive) {
        for (String value : new String[] {directive, directive + ALLOWING}) {
            assertThat(stale(value).outcome()).isEqualTo(Outcome.VALIDATE);
            assertThat(inError(value).outcome()).isEqualTo(Outcome.REFUSE);
            assertThat(inError(value).reason()).isEqualTo("s-maxage cannot be read and forbids to use it stale");
        }
    }
}

package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.headers;
import static org.cachette.http.Given.stored;

import java.time.Duration;
import java.util.List;
import org.cachette.http.Reuse.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReuseTest {

    private static final long LIFE = 60;
    private static final ReuseRules OBEYING = ReuseRules.PLAIN.withRequestDirectives(true);

    private static StoredResponse entry(String... lines) {
        return stored(NOW, NOW.plusSeconds(LIFE), lines);
    }

    private static Reuse at(long second, ReuseRules rules, RequestHead request, String... lines) {
        return Reuse.of(entry(lines), request, rules, NOW.plusSeconds(second));
    }

    private static Outcome at(long second, String cacheControl) {
        return at(second, ReuseRules.PLAIN, get(), "Cache-Control: " + cacheControl)
                .outcome();
    }

    private static Outcome inError(long second, ReuseRules rules, String cacheControl) {
        return Reuse.instead(entry("Cache-Control: " + cacheControl), get(), rules, NOW.plusSeconds(second))
                .outcome();
    }

    @Nested
    final class AFreshEntry {

        @Test
        @Tag("R9111-24")
        @Tag("R9111-40")
        void answersUntilItsLifetimeIsOver() {
            assertThat(at(59, "max-age=60")).isEqualTo(Outcome.FRESH);
            assertThat(at(60, "max-age=60")).isEqualTo(Outcome.VALIDATE);
        }

        @Test
        void saysWhyAndWhatIsLeft() {
            assertThat(at(20, ReuseRules.PLAIN, get()))
                    .isEqualTo(new Reuse(Outcome.FRESH, "it is fresh", Duration.ofSeconds(40)));
            assertThat(at(70, ReuseRules.PLAIN, get()))
                    .isEqualTo(new Reuse(Outcome.VALIDATE, "it is stale", Duration.ofSeconds(-10)));
        }

        @Test
        @Tag("R9111-23")
        void isValidatedAtEachUseWithNoCache() {
            assertThat(at(0, "no-cache, max-age=60")).isEqualTo(Outcome.VALIDATE);
        }

        @Test
        @Tag("R9111-97")
        void answersWithNoCacheForSomeFields() {
            assertThat(at(0, "no-cache=\"A\", max-age=60")).isEqualTo(Outcome.FRESH);
        }

        @ParameterizedTest
        @ValueSource(strings = {"must-revalidate", "proxy-revalidate", "s-maxage=60", "immutable"})
        void answersWithWhatIsAboutStaleOnes(String cacheControl) {
            assertThat(at(0, cacheControl)).isEqualTo(Outcome.FRESH);
        }

        @ParameterizedTest
        @Tag("R9111-4")
        @Tag("R9111-5")
        @Tag("R9111-32")
        @CsvSource(
                delimiter = '>',
                value = {
                    "Cache-Control: no-store > the response says no-store",
                    "Cache-Control: private > the response says private",
                    "Vary: * > the response varies on *"
                })
        void isOfNoUseIfItShouldNeverHaveBeenStored(String line, String reason) {
            assertThat(at(0, ReuseRules.PLAIN, get(), line))
                    .isEqualTo(new Reuse(Outcome.UNUSABLE, reason, Duration.ofSeconds(LIFE)));
        }

        @ParameterizedTest
        @Tag("R9111-3")
        @ValueSource(ints = {100, 206, 304})
        void isOfNoUseIfItIsNoWholeResponse(int status) {
            StoredResponse part = new StoredResponse(status, headers(), new byte[0], NOW, NOW.plusSeconds(9));

            assertThat(Reuse.of(part, get(), ReuseRules.PLAIN, NOW).outcome()).isEqualTo(Outcome.UNUSABLE);
        }

        @ParameterizedTest
        @CsvSource({
            "400, '', UNUSABLE",
            "429, '', UNUSABLE",
            "406, '', UNUSABLE",
            "406, Accept, FRESH",
            "404, '', FRESH"
        })
        void isOfNoUseIfItMayBeAboutOneClientAlone(int status, String vary, Outcome outcome) {
            StoredResponse entry =
                    new StoredResponse(status, headers("Vary: " + vary), new byte[0], NOW, NOW.plusSeconds(9));

            assertThat(Reuse.of(entry, get(), ReuseRules.PLAIN, NOW).outcome()).isEqualTo(outcome);
        }

        @Test
        @Tag("R9111-96")
        void answersWithNoStoreUnderMustUnderstand() {
            assertThat(at(0, "no-store, must-understand")).isEqualTo(Outcome.FRESH);
        }

        @Test
        @Tag("R9213-10")
        void isRuledByItsTargetedField() {
            ReuseRules rules = ReuseRules.PLAIN.withTargets(List.of("CDN-Cache-Control"));

            assertThat(at(0, rules, get(), "Cache-Control: max-age=60", "CDN-Cache-Control: no-cache, max-age=9")
                            .outcome())
                    .isEqualTo(Outcome.VALIDATE);
        }
    }

    @Nested
    final class AStaleEntry {

        @Test
        @Tag("R9111-55")
        void isValidatedUnlessSomebodyAllowsIt() {
            assertThat(at(61, "max-age=60")).isEqualTo(Outcome.VALIDATE);
        }

        @Test
        @Tag("R5861-1")
        @Tag("R5861-3")
        void answersWhileANewOneIsMadeForTheTimeItSays() {
            assertThat(at(60, "stale-while-revalidate=5")).isEqualTo(Outcome.STALE_WHILE_REVALIDATE);
            assertThat(at(64, "stale-while-revalidate=5")).isEqualTo(Outcome.STALE_WHILE_REVALIDATE);
            assertThat(at(65, "stale-while-revalidate=5")).isEqualTo(Outcome.VALIDATE);
            assertThat(at(60, "stale-while-revalidate=0")).isEqualTo(Outcome.VALIDATE);
        }

        @Test
        void answersForTheTimeOfTheSettingsWhereItSaysNothing() {
            ReuseRules rules = ReuseRules.PLAIN.withStale(Duration.ofSeconds(5), Duration.ZERO);

            assertThat(at(64, rules, get()).outcome()).isEqualTo(Outcome.STALE_WHILE_REVALIDATE);
            assertThat(at(64, rules, get(), "Cache-Control: stale-while-revalidate=1")
                            .outcome())
                    .isEqualTo(Outcome.VALIDATE);
            assertThat(at(64, rules, get(), "Cache-Control: s-maxage=60").outcome())
                    .isEqualTo(Outcome.VALIDATE);
        }

        @ParameterizedTest
        @Tag("R9111-54")
        @Tag("R5861-9")
        @ValueSource(strings = {"must-revalidate", "proxy-revalidate", "no-cache"})
        void isValidatedWhereThatIsDemanded(String directive) {
            String value = directive + ", stale-while-revalidate=99, stale-if-error=99";

            assertThat(at(61, value)).isEqualTo(Outcome.VALIDATE);
            assertThat(inError(61, ReuseRules.PLAIN, value))
                    .isEqualTo(directive.equals("no-cache") ? Outcome.VALIDATE : Outcome.REFUSE);
            assertThat(at(61, OBEYING, get("Cache-Control: max-stale"), "Cache-Control: " + value)
                            .outcome())
                    .isEqualTo(Outcome.VALIDATE);
        }

        @Test
        @Tag("R5861-9")
        @Tag("R9111-99")
        void isFreeOfSMaxageForTheTimesInTheSameField() {
            assertThat(at(61, "s-maxage=60, stale-while-revalidate=9")).isEqualTo(Outcome.STALE_WHILE_REVALIDATE);
            assertThat(inError(61, ReuseRules.PLAIN, "s-maxage=60, stale-if-error=9"))
                    .isEqualTo(Outcome.STALE);
            assertThat(at(61, "s-maxage=60")).isEqualTo(Outcome.VALIDATE);
        }

        @Test
        @Tag("R8246-3")
        void isValidatedAlsoWhenImmutable() {
            assertThat(at(61, "max-age=60, immutable")).isEqualTo(Outcome.VALIDATE);
        }

        @Test
        void staysUsefulAsLongAsAnythingAllows() {
            Duration minute = Duration.ofMinutes(1);

            assertThat(useful("Cache-Control: stale-while-revalidate=5, stale-if-error=9"))
                    .hasSeconds(9);
            assertThat(useful("ETag: \"a\"")).isEqualTo(minute);
            assertThat(useful("ETag: a", "Cache-Control: must-revalidate, stale-if-error=9"))
                    .isZero();
        }

        private static Duration useful(String... lines) {
            return Reuse.usefulPastEnd(entry(lines), ReuseRules.PLAIN, Duration.ofMinutes(1));
        }
    }

    @Nested
    final class InPlaceOfAnError {

        @Test
        @Tag("R5861-5")
        @Tag("R5861-6")
        void aStaleEntryAnswersForTheTimeItSays() {
            assertThat(inError(68, ReuseRules.PLAIN, "stale-if-error=9")).isEqualTo(Outcome.STALE);
            assertThat(inError(69, ReuseRules.PLAIN, "stale-if-error=9")).isEqualTo(Outcome.VALIDATE);
            assertThat(inError(61, ReuseRules.PLAIN, "max-age=60")).isEqualTo(Outcome.VALIDATE);
        }

        @Test
        void theSettingsAllowItWhereTheResponseSaysNothing() {
            ReuseRules rules = ReuseRules.PLAIN.withStale(Duration.ZERO, Duration.ofSeconds(5));

            assertThat(inError(64, rules, "max-age=60")).isEqualTo(Outcome.STALE);
            assertThat(inError(64, rules, "s-maxage=60")).isEqualTo(Outcome.REFUSE);
        }

        @Test
        @Tag("R5861-7")
        void theRequestAllowsItForItself() {
            RequestHead request = get("Cache-Control: stale-if-error=9");

            assertThat(Reuse.instead(entry(), request, OBEYING, NOW.plusSeconds(61))
                            .outcome())
                    .isEqualTo(Outcome.STALE);
            assertThat(Reuse.instead(entry(), request, ReuseRules.PLAIN, NOW.plusSeconds(61))
                            .outcome())
                    .isEqualTo(Outcome.VALIDATE);
        }

        @Test
        @Tag("R9111-56")
        void mustRevalidateIsTheReasonGivenForA504() {
            assertThat(Reuse.instead(
                                    entry("Cache-Control: must-revalidate"),
                                    get(),
                                    ReuseRules.PLAIN,
                                    NOW.plusSeconds(61))
                            .reason())
                    .isEqualTo("must-revalidate forbids to use it stale");
        }

        @Test
        void whatShouldNeverHaveBeenStoredIsNoAnswer() {
            assertThat(inError(61, ReuseRules.PLAIN, "private, stale-if-error=9"))
                    .isEqualTo(Outcome.UNUSABLE);
        }

        @Tag("R9111-69")
        @ParameterizedTest
        @Tag("R5861-5")
        @CsvSource({"500,true", "502,true", "503,true", "504,true", "501,false", "404,false", "200,false"})
        void isForFailuresOfServers(int status, boolean failure) {
            assertThat(Reuse.isFailure(status)).isEqualTo(failure);
        }
    }

    @Test
    void onlyAnswersAreHits() {
        assertThat(List.of(Outcome.values()).stream().filter(Outcome::isHit))
                .containsExactly(Outcome.FRESH, Outcome.STALE, Outcome.STALE_WHILE_REVALIDATE);
    }
}

package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.response;

import java.time.Duration;
import java.util.List;
import org.cachette.http.FreshnessLifetime.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FreshnessLifetimeTest {

    private static final String DATE = "Date: Sun, 01 Mar 2026 12:00:00 GMT";
    private static final String IN_A_MINUTE = "Expires: Sun, 01 Mar 2026 12:01:00 GMT";
    private static final String A_DAY_EARLIER = "Last-Modified: Sat, 28 Feb 2026 12:00:00 GMT";

    private static FreshnessLifetime lifetime(Heuristic heuristic, ResponseHead response, String... targets) {
        EffectiveControl control = EffectiveControl.of(response.headers(), List.of(targets));
        return FreshnessLifetime.of(response, control, heuristic, NOW);
    }

    private static FreshnessLifetime lifetime(String... lines) {
        return lifetime(Heuristic.OFF, response(200, lines));
    }

    private static FreshnessLifetime expected(long seconds, Source source) {
        return new FreshnessLifetime(Duration.ofSeconds(seconds), source);
    }

    @Nested
    final class Explicit {

        @Test
        @Tag("R9111-41")
        @Tag("R9111-42")
        void goesBySMaxageThenMaxAgeThenExpires() {
            assertThat(lifetime("Cache-Control: max-age=2, s-maxage=1", IN_A_MINUTE, DATE))
                    .isEqualTo(expected(1, Source.S_MAXAGE));
            assertThat(lifetime("Cache-Control: max-age=2", IN_A_MINUTE, DATE)).isEqualTo(expected(2, Source.MAX_AGE));
            assertThat(lifetime(IN_A_MINUTE, DATE)).isEqualTo(expected(60, Source.EXPIRES));
            assertThat(lifetime()).isEqualTo(expected(0, Source.NONE));
        }

        @Test
        @Tag("R9111-48")
        void countsExpiresFromReceiptWithoutADate() {
            assertThat(lifetime(IN_A_MINUTE)).isEqualTo(expected(60, Source.EXPIRES));
        }

        @ParameterizedTest
        @Tag("R9111-44")
        @ValueSource(strings = {"max-age=x", "max-age=-1", "max-age", "max-age=1.5", "s-maxage=, max-age=60"})
        void isNoneWhenItCannotBeRead(String value) {
            assertThat(lifetime("Cache-Control: " + value, IN_A_MINUTE, DATE))
                    .isEqualTo(expected(0, Source.UNREADABLE));
        }

        @ParameterizedTest
        @Tag("R9111-46")
        @ValueSource(strings = {"0", "-1", "", "Thu, 18 Aug 2050 02:01:18 EST", "tomorrow"})
        void isZeroForAnExpiresThatIsNoDate(String value) {
            assertThat(lifetime("Expires: " + value)).isEqualTo(expected(0, Source.EXPIRES));
        }

        @Test
        @Tag("R9111-43")
        void takesTheStrictestOfSeveralExpires() {
            assertThat(lifetime("Expires: Sun, 01 Mar 2026 12:02:00 GMT", IN_A_MINUTE))
                    .isEqualTo(expected(60, Source.EXPIRES));
            assertThat(lifetime(IN_A_MINUTE, "Expires: 0")).isEqualTo(expected(0, Source.EXPIRES));
        }

        @Test
        @Tag("R9111-43")
        void countsUntilExpiresFromTheNewestOfSeveralDates() {
            assertThat(lifetime(IN_A_MINUTE, "Date: Sun, 01 Mar 2026 11:59:00 GMT", DATE))
                    .isEqualTo(expected(60, Source.EXPIRES));
        }

        @Test
        @Tag("R9111-43")
        void takesTheFirstOfARepeatedDirective() {
            assertThat(lifetime("Cache-Control: max-age=1, max-age=100").lifetime())
                    .hasSeconds(1);
        }

        @Test
        @Tag("R9111-45")
        void neverOverflows() {
            assertThat(lifetime("Cache-Control: max-age=99999999999999999999").lifetime())
                    .isEqualTo(Directive.LONGEST);
        }

        @Test
        @Tag("R9213-3")
        void ignoresExpiresBesideATargetedField() {
            ResponseHead response = response(200, "CDN-Cache-Control: must-revalidate", IN_A_MINUTE, DATE);

            assertThat(lifetime(Heuristic.OFF, response, "CDN-Cache-Control")).isEqualTo(expected(0, Source.NONE));
        }
    }

    @Nested
    final class Heuristically {

        @Test
        @Tag("R9111-51")
        void isATenthOfTheTimeWithoutChange() {
            assertThat(lifetime(Heuristic.TENTH, response(200, A_DAY_EARLIER, DATE)))
                    .isEqualTo(expected(8640, Source.HEURISTIC));
        }

        @Test
        void isBounded() {
            Heuristic hour = new Heuristic(10, Duration.ofHours(1));

            assertThat(lifetime(hour, response(200, A_DAY_EARLIER, DATE))).isEqualTo(expected(3600, Source.HEURISTIC));
        }

        @Test
        void isOffUnlessAsked() {
            assertThat(lifetime(A_DAY_EARLIER, DATE)).isEqualTo(expected(0, Source.NONE));
        }

        @Test
        void isZeroForAModificationInTheFuture() {
            assertThat(lifetime(Heuristic.TENTH, response(200, "Last-Modified: Sun, 01 Mar 2027 12:00:00 GMT", DATE))
                            .lifetime())
                    .isZero();
        }

        @ParameterizedTest
        @Tag("R9111-49")
        @ValueSource(strings = {"Cache-Control: max-age=0", "Expires: 0", "Cache-Control: max-age=x"})
        void isNotGuessedWhereTheResponseSpeaks(String line) {
            assertThat(lifetime(Heuristic.TENTH, response(200, line, A_DAY_EARLIER, DATE))
                            .lifetime())
                    .isZero();
        }

        @ParameterizedTest
        @Tag("R9111-50")
        @Tag("R9110-60")
        @ValueSource(ints = {201, 302, 303, 307, 400, 403, 500, 503, 299, 599})
        void isForHeuristicallyCacheableStatusesAlone(int status) {
            assertThat(lifetime(Heuristic.TENTH, response(status, A_DAY_EARLIER, DATE)))
                    .isEqualTo(expected(0, Source.NONE));
        }

        @ParameterizedTest
        @Tag("R9110-60")
        @ValueSource(ints = {200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501})
        void isForThese(int status) {
            assertThat(lifetime(Heuristic.TENTH, response(status, A_DAY_EARLIER, DATE))
                            .source())
                    .isEqualTo(Source.HEURISTIC);
        }

        @Test
        @Tag("R9111-50")
        @Tag("R9111-100")
        void isForPublicResponsesToo() {
            assertThat(lifetime(Heuristic.TENTH, response(599, "Cache-Control: public", A_DAY_EARLIER, DATE)))
                    .isEqualTo(expected(8640, Source.HEURISTIC));
        }

        @Test
        void saysWhatShareWouldBeRight() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Heuristic(101, Duration.ZERO))
                    .withMessage("A heuristic lifetime of 101 % and at most PT0S: expected 0 to 100 %, and no"
                            + " negative time");
        }
    }
}

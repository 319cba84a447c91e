package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.response;

import java.time.Duration;
import org.cachette.http.Storability.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StorabilityLifetimeTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private static Storability verdict(Duration timeout, int status, String... lines) {
        return Storability.of(get(), response(status, lines), Visitor.UNKNOWN, timeout, false, NOW);
    }

    private static Duration lifetime(int status, String... lines) {
        return verdict(TIMEOUT, status, lines).lifetime();
    }

    @Nested
    final class OfASuccess {

        @ParameterizedTest
        @Tag("DJ-PAGE-16")
        @Tag("DJ-PAGE-17")
        @Tag("DJ-PAGE-18")
        @Tag("DJ-VIEW-07")
        @ValueSource(
                strings = {
                    "max-age=0",
                    "max-age=1",
                    "max-age=9999",
                    "max-age=x",
                    "s-maxage=1",
                    "must-revalidate",
                    "stale-if-error=9"
                })
        void isTheTimeoutWhateverItsOwnHeadersSay(String cacheControl) {
            assertThat(lifetime(200, "Cache-Control: " + cacheControl, "Expires: 0"))
                    .isEqualTo(TIMEOUT);
        }

        @ParameterizedTest
        @Tag("DJ-PAGE-21")
        @Tag("DJ-PAGE-22")
        @ValueSource(longs = {0, -1})
        void isDescribedOnlyWithATimeoutOfZeroOrLess(long seconds) {
            assertThat(verdict(Duration.ofSeconds(seconds), 200))
                    .isEqualTo(new Storability(Outcome.DESCRIBE, "the timeout is zero", Duration.ZERO));
        }
    }

    @Nested
    final class OfAnErrorOrAPassingRedirect {

        @ParameterizedTest
        @Tag("R9111-9")
        @Tag("RESTEASY-1")
        @ValueSource(ints = {302, 307, 404, 405, 410, 414, 501})
        void isItsOwn(int status) {
            assertThat(verdict(TIMEOUT, status, "Cache-Control: max-age=60"))
                    .isEqualTo(new Storability(Outcome.STORE, "nothing speaks against it", Duration.ofMinutes(1)));
            assertThat(verdict(TIMEOUT, status))
                    .isEqualTo(new Storability(
                            Outcome.LEAVE,
                            "a status of " + status + " is stored only with a freshness of its own",
                            Duration.ZERO));
        }

        @Test
        void isNeverLongerThanTheTimeout() {
            assertThat(lifetime(404, "Cache-Control: max-age=9999")).isEqualTo(TIMEOUT);
        }

        @Test
        @Tag("DJ-PAGE-21")
        void isDescribedWithATimeoutOfZero() {
            assertThat(verdict(Duration.ZERO, 404, "Cache-Control: max-age=60").outcome())
                    .isEqualTo(Outcome.DESCRIBE);
        }

        @Test
        @Tag("R9111-41")
        @Tag("R9111-42")
        @Tag("RESTEASY-10")
        void comesFromSMaxageThenMaxAgeThenExpires() {
            String expires = "Expires: Sun, 01 Mar 2026 12:00:30 GMT";
            assertThat(lifetime(404, "Cache-Control: max-age=20, s-maxage=10", expires))
                    .hasSeconds(10);
            assertThat(lifetime(404, "Cache-Control: max-age=20", expires)).hasSeconds(20);
            assertThat(lifetime(404, expires)).hasSeconds(30);
        }

        @Test
        @Tag("R9111-41")
        void countsExpiresFromDate() {
            assertThat(lifetime(404, "Date: Sun, 01 Mar 2026 12:00:10 GMT", "Expires: Sun, 01 Mar 2026 12:00:30 GMT"))
                    .hasSeconds(20);
        }

        @Test
        @Tag("R9111-52")
        void isLessByTheAgeItCameWith() {
            assertThat(lifetime(404, "Cache-Control: max-age=60", "Age: 20")).hasSeconds(40);
            assertThat(lifetime(404, "Cache-Control: max-age=60", "Age: 5", "Date: Sun, 01 Mar 2026 11:59:30 GMT"))
                    .hasSeconds(30);
        }

        @Test
        @Tag("R9111-53")
        void readsTheFirstAgeAndIgnoresWhatIsNone() {
            assertThat(lifetime(404, "Cache-Control: max-age=60", "Age: 20, 50"))
                    .hasSeconds(40);
            assertThat(lifetime(404, "Cache-Control: max-age=60", "Age: -1")).hasSeconds(60);
            assertThat(lifetime(404, "Cache-Control: max-age=60", "Age: 1.5")).hasSeconds(60);
        }

        @ParameterizedTest
        @Tag("R9111-40")
        @Tag("R9111-44")
        @Tag("R9111-46")
        @ValueSource(
                strings = {
                    "Cache-Control: max-age=0",
                    "Cache-Control: max-age=x",
                    "Cache-Control: s-maxage=x, max-age=60",
                    "Cache-Control: max-age=x, max-age=60",
                    "Expires: 0",
                    "Expires: Sun, 01 Mar 2026 12:00:00 GMT",
                    "Expires: Sun, 01 Mar 2026 13:00:00 CET",
                    "Last-Modified: Sun, 01 Mar 2020 12:00:00 GMT"
                })
        void isNoneWhereItIsOverOrUnreadable(String line) {
            assertThat(verdict(TIMEOUT, 404, line).outcome()).isEqualTo(Outcome.LEAVE);
        }

        @Test
        @Tag("R9111-42")
        void ignoresExpiresBesideMaxAge() {
            assertThat(lifetime(404, "Cache-Control: max-age=60", "Expires: 0")).hasSeconds(60);
        }
    }

    @Nested
    final class WhereOwnHeadersRule {

        private static Storability own(int status, String... lines) {
            return Storability.ofOwnHeaders(get(), response(status, lines), Visitor.UNKNOWN, false, NOW);
        }

        @Test
        @Tag("R9111-9")
        void isWhatTheySay() {
            assertThat(own(200, "Cache-Control: max-age=60"))
                    .isEqualTo(new Storability(Outcome.STORE, "its own headers allow it", Duration.ofMinutes(1)));
        }

        @ParameterizedTest
        @Tag("R9111-9")
        @Tag("R9111-49")
        @Tag("DJ-PAGE-06")
        @ValueSource(strings = {"X: y", "Cache-Control: public", "Cache-Control: max-age=0", "Expires: -1"})
        void isNoneWithoutAny(String line) {
            assertThat(own(200, line))
                    .isEqualTo(
                            new Storability(Outcome.LEAVE, "the response has no freshness of its own", Duration.ZERO));
        }

        @Test
        void isNoneFor304AndForWhatSpeaksAgainstIt() {
            assertThat(own(304, "Cache-Control: max-age=60").outcome()).isEqualTo(Outcome.LEAVE);
            assertThat(own(200, "Cache-Control: max-age=60, private").reason()).isEqualTo("the response says private");
        }
    }
}

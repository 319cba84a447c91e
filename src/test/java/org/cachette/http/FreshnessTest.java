package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.stored;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FreshnessTest {

    private static Freshness after(long seconds, long life, String... lines) {
        return Freshness.of(stored(NOW, NOW.plusSeconds(life), lines), NOW.plusSeconds(seconds));
    }

    private static Freshness expected(long age, long expires, long date) {
        return new Freshness(Duration.ofSeconds(age), NOW.plusSeconds(expires), NOW.plusSeconds(date));
    }

    @Nested
    final class OfAPageWithATimeout {

        @Test
        @Tag("DJ-HIT-06")
        @Tag("R9111-25")
        @Tag("RESTEASY-15")
        void countsFromStoringWhereMaxAgeIsTheTimeout() {
            assertThat(after(1, 2, "Cache-Control: max-age=2")).isEqualTo(expected(1, 2, 0));
        }

        @Test
        @Tag("DJ-HIT-11")
        void staysYoungWhileTheEntryLivesLongerThanMaxAge() {
            assertThat(after(1, 60, "Cache-Control: max-age=10")).isEqualTo(expected(0, 11, 1));
            assertThat(after(50, 60, "Cache-Control: max-age=10")).isEqualTo(expected(0, 60, 50));
        }

        @Test
        void agesTowardsTheEndOfTheEntry() {
            assertThat(after(56, 60, "Cache-Control: max-age=10")).isEqualTo(expected(6, 60, 50));
        }

        @Test
        void takesTheWholeLifeWithoutAMaxAge() {
            assertThat(after(10, 60)).isEqualTo(expected(10, 60, 0));
            assertThat(after(10, 60, "Cache-Control: max-age=x")).isEqualTo(expected(10, 60, 0));
        }

        @Test
        @Tag("DJ-HIT-08")
        void isOfAgeZeroAfterTheClockWasTurnedBack() {
            assertThat(after(-3600, 60, "Cache-Control: max-age=60")).isEqualTo(expected(0, -3540, -3600));
        }

        @Test
        @Tag("R5861-8")
        void isOverAtTheEndOfTheEntryAndGoesOnAgeing() {
            assertThat(after(60, 60, "Cache-Control: max-age=60")).isEqualTo(expected(60, 60, 0));
            assertThat(after(99, 60, "Cache-Control: max-age=60")).isEqualTo(expected(99, 60, 0));
        }

        @Test
        void ageIsInWholeSeconds() {
            StoredResponse stored = stored(NOW, NOW.plusSeconds(60), "Cache-Control: max-age=60");

            assertThat(Freshness.of(stored, NOW.plusMillis(1999)).age()).isEqualTo(Duration.ofSeconds(1));
        }

        @Test
        @Tag("R9111-45")
        void anEntryForEverHasTimesThatCanBePrinted() {
            Freshness freshness = Freshness.of(stored(NOW, Instant.MAX), NOW);

            assertThat(freshness.age()).isZero();
            assertThat(HttpDates.format(freshness.expires())).isEqualTo("Fri, 19 Mar 2094 15:14:08 GMT");
        }

        @Test
        void neverLetsAClientKeepItPastMaxAgeNorPastTheEntry() {
            Random random = new Random(16);
            for (int i = 0; i < 5000; i++) {
                long life = random.nextInt(1, 100);
                long maxAge = random.nextInt(0, (int) life + 1);
                long at = random.nextInt(0, (int) life);
                Freshness freshness = after(at, life, "Cache-Control: max-age=" + maxAge);
                long left = maxAge - freshness.age().toSeconds();

                assertThat(left).isEqualTo(Math.min(maxAge, life - at));
                assertThat(freshness.expires()).isEqualTo(NOW.plusSeconds(at + left));
                assertThat(Duration.between(freshness.date(), freshness.expires()))
                        .hasSeconds(maxAge);
            }
        }
    }

    @Nested
    final class OfAPageWhoseOwnHeadersRule {

        private static Freshness own(long seconds, String... lines) {
            return Freshness.ofOwnHeaders(stored(NOW, NOW.plusSeconds(60), lines), NOW.plusSeconds(seconds));
        }

        @Test
        @Tag("R9111-29")
        void keepsTheStoredDateAndExpires() {
            assertThat(own(5, "Date: Sun, 01 Mar 2026 12:00:00 GMT", "Expires: Sun, 01 Mar 2026 12:00:40 GMT"))
                    .isEqualTo(expected(5, 40, 0));
        }

        @Test
        @Tag("R9111-48")
        void takesTheTimeOfStoringForAnAbsentDate() {
            assertThat(own(5)).isEqualTo(expected(5, 60, 0));
        }

        @Test
        @Tag("R9111-25")
        @Tag("R5861-8")
        @Tag("R9111-52")
        void addsTheAgeItCameWith() {
            assertThat(own(5, "Age: 10").age()).hasSeconds(15);
            assertThat(own(5, "Age: 10", "Date: Sun, 01 Mar 2026 11:59:30 GMT").age())
                    .hasSeconds(35);
        }

        @Test
        @Tag("DJ-HIT-08")
        void isNotYoungerAfterTheClockWasTurnedBack() {
            assertThat(own(-100).age()).isZero();
        }
    }
}

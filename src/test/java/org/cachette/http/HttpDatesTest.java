package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDatesTest {

    private static final Instant EXAMPLE = Instant.parse("1994-11-06T08:49:37Z");

    @Nested
    final class Reading {

        @Tag("R9110-9")
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Sun, 06 Nov 1994 08:49:37 GMT",
                    "Sunday, 06-Nov-94 08:49:37 GMT",
                    "Sun Nov  6 08:49:37 1994",
                    "Sun Nov 06 08:49:37 1994",
                    "  Sun, 06 Nov 1994 08:49:37 GMT "
                })
        void allThreeFormsAreRead(String text) {
            assertThat(HttpDates.parse(text)).hasValue(EXAMPLE);
        }

        @Tag("R9111-47")
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SUN, 06 NOV 1994 08:49:37 GMT",
                    "sun, 06 nov 1994 08:49:37 gmt",
                    "sUNDAY, 06-nOV-94 08:49:37 GMT",
                    "sun nov  6 08:49:37 1994"
                })
        void namesAreReadInAnyCase(String text) {
            assertThat(HttpDates.parse(text)).hasValue(EXAMPLE);
        }

        @Tag("R9111-47")
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Sun, 06 Nov 1994 08:49:37 UTC",
                    "Sun, 06 Nov 1994 08:49:37 CET",
                    "Sun, 06 Nov 1994 08:49:37 +0000",
                    "Sun, 06 Nov 1994 08:49:37",
                    "Sunday, 06-Nov-94 08:49:37 EST",
                    "Sun Nov  6 08:49:37 1994 GMT"
                })
        void anotherZoneIsNoDate(String text) {
            assertThat(HttpDates.parse(text)).isEmpty();
        }

        @Tag("DJ-COND-15")
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "0",
                    "-1",
                    "tomorrow",
                    ",",
                    "Sun,",
                    "Xxx, 06 Nov 1994 08:49:37 GMT",
                    "Sun, 06 Xxx 1994 08:49:37 GMT",
                    "Sun, 6 Nov 1994 08:49:37 GMT",
                    "Sun, 00 Nov 1994 08:49:37 GMT",
                    "Sun, 31 Nov 1994 08:49:37 GMT",
                    "Wed, 29 Feb 2023 00:00:00 GMT",
                    "Sun, 06 Nov 1994 24:00:00 GMT",
                    "Sun, 06 Nov 1994 08:60:00 GMT",
                    "Sun, 06 Nov 1994 08:49:61 GMT",
                    "Sun, 06 Nov 94 08:49:37 GMT",
                    "Someday, 06-Nov-94 08:49:37 GMT",
                    "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
                    "1994-11-06T08:49:37Z",
                    "784111777"
                })
        void whatIsNoDateIsEmpty(String text) {
            assertThat(HttpDates.parse(text)).isEmpty();
        }

        @Test
        @Tag("R9111-47")
        void aLeapSecondIsRoundedDown() {
            assertThat(HttpDates.parse("Sat, 31 Dec 2016 23:59:60 GMT"))
                    .hasValue(Instant.parse("2016-12-31T23:59:59Z"));
        }
    }

    @Nested
    final class YearsOfTwoDigits {

        private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

        @Test
        @Tag("R9110-10")
        void upToFiftyYearsAheadIsTheFuture() {
            assertThat(HttpDates.parse("Sunday, 01-Mar-76 12:00:00 GMT", NOW))
                    .hasValue(Instant.parse("2076-03-01T12:00:00Z"));
        }

        @Test
        @Tag("R9110-10")
        void moreThanFiftyYearsAheadIsThePast() {
            assertThat(HttpDates.parse("Monday, 01-Mar-76 12:00:01 GMT", NOW))
                    .hasValue(Instant.parse("1976-03-01T12:00:01Z"));
            assertThat(HttpDates.parse("Friday, 01-Jan-99 00:00:00 GMT", NOW))
                    .hasValue(Instant.parse("1999-01-01T00:00:00Z"));
        }

        @Test
        @Tag("R9110-10")
        void theNextCenturyIsReachedBeforeItBegins() {
            assertThat(HttpDates.parse("Monday, 01-Jan-05 00:00:00 GMT", Instant.parse("2099-06-01T00:00:00Z")))
                    .hasValue(Instant.parse("2105-01-01T00:00:00Z"));
        }

        @Test
        void withoutAKnownYearTheyRunFrom1970To2069() {
            assertThat(HttpDates.parse("Thursday, 01-Jan-70 00:00:00 GMT")).hasValue(Instant.EPOCH);
            assertThat(HttpDates.parse("Tuesday, 31-Dec-69 00:00:00 GMT"))
                    .hasValue(Instant.parse("2069-12-31T00:00:00Z"));
        }
    }

    @Nested
    final class Writing {

        @Test
        @Tag("R9110-9")
        void theFixedLengthFormIsWritten() {
            assertThat(HttpDates.format(EXAMPLE)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        }

        @Test
        void fractionsAreCutOffAlsoBefore1970() {
            assertThat(HttpDates.format(Instant.parse("1969-12-31T23:59:58.9Z")))
                    .isEqualTo("Wed, 31 Dec 1969 23:59:58 GMT");
        }

        @Test
        void anyInstantIsWrittenAsTheJdkWouldAndReadBack() {
            DateTimeFormatter jdk = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC);
            Random random = new Random(4711);
            for (int i = 0; i < 2000; i++) {
                Instant instant = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L));
                String text = HttpDates.format(instant);
                assertThat(text).isEqualTo(jdk.format(instant));
                assertThat(HttpDates.parse(text)).hasValue(instant);
            }
        }

        @Test
        void aYearOfFiveDigitsSaysWhatWouldBeRight() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HttpDates.format(Instant.MAX))
                    .withMessageContaining("expected 0000 to 9999");
        }
    }

    @Test
    void noTextMakesAnException() {
        Random random = new Random(815);
        String alphabet = "SunNovGMT0123456789:,- \t\u00e4";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder("Sun, 06 Nov 1994 08:49:37 GMT");
            for (int change = random.nextInt(4); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(HttpDates.parse(text.toString())).isNotNull();
        }
    }
}

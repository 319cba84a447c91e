package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.headers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class HeaderPatchTest {

    private static String only(Map<String, List<String>> headers, String name) {
        assertThat(headers.get(name)).hasSize(1);
        return String.join("", headers.getOrDefault(name, List.of()));
    }

    @Nested
    final class Maps {

        @Test
        void theMapGivenStaysAsItIs() {
            Map<String, List<String>> given = Map.of("vary", List.of("Accept"));

            Map<String, List<String>> patched = HeaderPatch.vary(given, "Cookie");

            assertThat(given).isEqualTo(Map.of("vary", List.of("Accept")));
            assertThat(patched.get("VARY")).containsExactly("Accept, Cookie");
        }

        @Test
        void namesOfAnyCaseBecomeOneField() {
            assertThat(HeaderPatch.vary(headers("vary: A", "VARY: B"), "C")).hasSize(1);
            assertThat(only(HeaderPatch.vary(headers("vary: A", "VARY: B"), "C"), "Vary"))
                    .isEqualTo("A, B, C");
        }

        @Test
        void otherFieldsAreCarriedOver() {
            assertThat(HeaderPatch.neverCache(headers("X-A: 1", "X-A: 2"), NOW).get("x-a"))
                    .containsExactly("1", "2");
        }

        @Test
        void theNewMapMayBeChanged() {
            Map<String, List<String>> patched = HeaderPatch.vary(Map.of(), "Cookie");

            patched.put("X", List.of("1"));

            assertThat(patched).containsKey("x");
        }
    }

    @Nested
    final class Vary {

        private static String vary(String existing, String... names) {
            return only(HeaderPatch.vary(headers("Vary: " + existing), names), "Vary");
        }

        @Test
        @Tag("DJ-VARY-01")
        void newNamesComeLast() {
            assertThat(vary("Cookie", "Accept-Encoding")).isEqualTo("Cookie, Accept-Encoding");
        }

        @Test
        @Tag("DJ-VARY-08")
        void namesOnNoFieldAreJustThose() {
            assertThat(only(HeaderPatch.vary(Map.of(), "Header", "Another-header"), "Vary"))
                    .isEqualTo("Header, Another-header");
        }

        @Test
        @Tag("DJ-VARY-02")
        void theFirstSpellingStays() {
            assertThat(vary("Accept-Encoding", "ACCEPT-ENCODING")).isEqualTo("Accept-Encoding");
        }

        @Test
        @Tag("DJ-VARY-03")
        void oddSpacingIsNormalised() {
            assertThat(vary("Cookie    ,     Accept-Encoding", "Cookie")).isEqualTo("Cookie, Accept-Encoding");
        }

        @Test
        @Tag("DJ-VARY-04")
        @Tag("DJ-VARY-05")
        void aStarOldOrNewCollapsesTheList() {
            assertThat(vary("*", "Accept-Language")).isEqualTo("*");
            assertThat(vary("Cookie , \t* ", "Accept")).isEqualTo("*");
            assertThat(vary("Cookie", " * ")).isEqualTo("*");
        }

        @Test
        @Tag("DJ-VARY-05")
        void paddingOfNewNamesIsStripped() {
            assertThat(vary("Cookie", "\tAccept ")).isEqualTo("Cookie, Accept");
        }

        @Test
        @Tag("DJ-VARY-06")
        @Tag("R9110-36")
        void duplicatesAmongNewNamesAreOne() {
            assertThat(vary("A", "B", "b")).isEqualTo("A, B");
        }

        @Test
        @Tag("DJ-VARY-10")
        void noNamesLeaveAnEmptyField() {
            assertThat(only(HeaderPatch.vary(Map.of()), "Vary")).isEmpty();
        }

        @Test
        void aNameWithALineBreakIsRefused() {
            assertThatIllegalArgumentException().isThrownBy(() -> HeaderPatch.vary(Map.of(), "A\r\nB: c"));
        }
    }

    @Nested
    final class ResponseHeaders {

        private static Map<String, List<String>> patch(Duration timeout, String... lines) {
            return HeaderPatch.responseHeaders(headers(lines), timeout, NOW);
        }

        @Test
        @Tag("DJ-CC-16")
        @Tag("DJ-CC-17")
        void expiresAndMaxAgeAreAddedAndNothingElse() {
            assertThat(patch(Duration.ofSeconds(90)))
                    .isEqualTo(headers("Cache-Control: max-age=90", "Expires: Sun, 01 Mar 2026 12:01:30 GMT"));
        }

        @Test
        @Tag("DJ-CC-16")
        void anExistingExpiresStays() {
            assertThat(only(patch(Duration.ofSeconds(90), "expires: tomorrow"), "Expires"))
                    .isEqualTo("tomorrow");
        }

        @Test
        @Tag("DJ-VIEW-08")
        @Tag("DJ-HIT-11")
        void theSmallerMaxAgeStays() {
            assertThat(only(patch(Duration.ofSeconds(3), "Cache-Control: max-age=1"), "Cache-Control"))
                    .isEqualTo("max-age=1");
            assertThat(only(patch(Duration.ofSeconds(1), "Cache-Control: max-age=3"), "Cache-Control"))
                    .isEqualTo("max-age=1");
        }

        @Test
        @Tag("DJ-CC-16")
        @Tag("DJ-PAGE-22")
        void aNegativeTimeoutIsZero() {
            assertThat(patch(Duration.ofSeconds(-5)))
                    .isEqualTo(headers("Cache-Control: max-age=0", "Expires: Sun, 01 Mar 2026 12:00:00 GMT"));
        }

        @Test
        void aTimeoutForEverIsTheLongestThatHttpKnows() {
            Map<String, List<String>> patched = patch(Duration.ofSeconds(Long.MAX_VALUE));

            assertThat(only(patched, "Cache-Control")).isEqualTo("max-age=2147483648");
            assertThat(HttpDates.parse(only(patched, "Expires"), NOW)).hasValue(NOW.plusSeconds(1L << 31));
        }
    }

    @Nested
    final class NeverCache {

        private static Map<String, List<String>> patch(String... lines) {
            return HeaderPatch.neverCache(headers(lines), NOW);
        }

        @Test
        @Tag("DJ-CC-18")
        void everyDirectiveInOrderAndExpiresNow() {
            assertThat(patch())
                    .isEqualTo(headers(
                            "Cache-Control: max-age=0, no-cache, no-store, must-revalidate, private",
                            "Expires: Sun, 01 Mar 2026 12:00:00 GMT"));
        }

        @Test
        @Tag("DJ-CC-18")
        void anOddExpiresStays() {
            assertThat(only(patch("Expires: tomorrow"), "Expires")).isEqualTo("tomorrow");
        }

        @Test
        @Tag("DJ-CC-19")
        void maxAgeFallsToZeroAndPublicGoes() {
            assertThat(only(patch("Cache-Control: max-age=100, public"), "Cache-Control"))
                    .isEqualTo("max-age=0, no-cache, no-store, must-revalidate, private");
        }
    }
}

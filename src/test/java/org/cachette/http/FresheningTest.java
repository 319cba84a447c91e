package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.headers;
import static org.cachette.http.Given.response;
import static org.cachette.http.Given.stored;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FresheningTest {

    private static final String TODAY = "Date: Sun, 01 Mar 2026 12:00:00 GMT";

    private static Freshening by304(StoredResponse entry, String... lines) {
        return Freshening.by304(entry, response(304, lines), NOW);
    }

    private static StoredResponse entry(String... lines) {
        return stored(NOW.minusSeconds(99), NOW, lines);
    }

    @Nested
    final class TheFields {

        private static Map<String, List<String>> after(StoredResponse entry, String... lines) {
            return by304(entry, lines).headers();
        }

        @Test
        @Tag("R9111-15")
        void areReplacedOrAdded() {
            assertThat(after(
                            entry("A: 1", "A: 2", "Cache-Control: max-age=1", "Content-Type: text/plain"),
                            "a: 3",
                            "Cache-Control: max-age=9",
                            "B: 4",
                            TODAY))
                    .isEqualTo(headers("A: 3", "Cache-Control: max-age=9", "Content-Type: text/plain", "B: 4", TODAY));
        }

        @Test
        @Tag("R9111-72")
        void thatAreNotGivenStay() {
            assertThat(after(entry("A: 1", "Vary: Cookie", "Expires: 0"), TODAY))
                    .isEqualTo(headers("A: 1", "Vary: Cookie", "Expires: 0", TODAY));
        }

        @Tag("R9111-102")
        @ParameterizedTest
        @Tag("R9111-15")
        @Tag("R9530-3")
        @ValueSource(
                strings = {
                    "Content-Length",
                    "Content-Encoding",
                    "Content-Range",
                    "Content-Digest",
                    "Set-Cookie",
                    "Connection",
                    "Transfer-Encoding",
                    "Proxy-Authenticate",
                    "Keep-Alive"
                })
        void thatBelongToTheOtherMessageAreNotTaken(String name) {
            assertThat(after(entry(name + ": old"), name + ": new", TODAY)).isEqualTo(headers(name + ": old", TODAY));
            assertThat(after(entry(), name + ": new", TODAY)).isEqualTo(headers(TODAY));
        }

        @Test
        @Tag("R9111-12")
        void namedByConnectionAreNotTaken() {
            assertThat(after(entry(), "Connection: X-Hop", "X-Hop: 1", TODAY)).isEqualTo(headers(TODAY));
        }

        @Test
        @Tag("R9111-48")
        @Tag("R9111-52")
        void thatSayHowOldItIsBeginAnew() {
            assertThat(after(entry("Age: 50", "Date: Sun, 01 Mar 2026 11:00:00 GMT")))
                    .isEqualTo(headers(TODAY));
            assertThat(after(entry("Age: 50"), "Age: 7", "Date: Sun, 01 Mar 2026 11:59:00 GMT"))
                    .isEqualTo(headers("Age: 7", "Date: Sun, 01 Mar 2026 11:59:00 GMT"));
        }

        @Test
        void canStillForbidTheEntry() {
            Map<String, List<String>> now =
                    after(entry("Cache-Control: max-age=60"), "Cache-Control: private, max-age=60");

            assertThat(Storability.ofOwnHeaders(Given.get(), ResponseHead.of(200, now), Visitor.UNKNOWN, false, NOW)
                            .reason())
                    .isEqualTo("the response says private");
        }
    }

    @Nested
    final class The304 {

        @ParameterizedTest
        @Tag("R9111-70")
        @Tag("R9111-71")
        @CsvSource({
            "\"a\", \"a\", true",
            "\"a\", W/\"a\", true",
            "W/\"a\", W/\"a\", true",
            "W/\"a\", \"a\", false",
            "\"a\", \"b\", false",
            "\"a\", W/\"b\", false"
        })
        void appliesWhereItsTagIsTheEntrys(String own, String newer, boolean applies) {
            assertThat(by304(entry("ETag: " + own), "ETag: " + newer).applies()).isEqualTo(applies);
        }

        @Test
        @Tag("R9111-70")
        void withATagDoesNotApplyToAnEntryWithoutOne() {
            assertThat(by304(entry("A: 1"), "ETag: \"a\""))
                    .isEqualTo(new Freshening(
                            false, "the 304 has an entity tag, and the entry has none", headers("A: 1")));
        }

        @Test
        @Tag("R9111-71")
        void withoutATagGoesByItsDate() {
            StoredResponse entry = entry("Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT", "ETag: \"a\"");

            assertThat(by304(entry, "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT")
                            .applies())
                    .isTrue();
            assertThat(by304(entry, "Last-Modified: Sun, 06 Nov 1994 08:49:38 GMT")
                            .reason())
                    .isEqualTo("the 304 is about another date of modification");
        }

        @Test
        @Tag("R9111-71")
        void withoutAnyValidatorAnswersTheConditionsOfTheEntry() {
            assertThat(by304(entry("ETag: \"a\"")).reason()).isEqualTo("the 304 answers the conditions of the entry");
        }
    }

    @Nested
    final class AHead {

        private static Freshening byHead(int status, String... lines) {
            StoredResponse entry = entry("ETag: \"a\"", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT", "A: 1");
            return Freshening.byHead(entry, response(status, lines), NOW);
        }

        @Test
        @Tag("R9111-73")
        void aboutTheSameContentFreshensTheEntry() {
            Freshening freshening = byHead(200, "ETag: \"a\"", "Content-Length: 3", "A: 2");

            assertThat(freshening.applies()).isTrue();
            assertThat(freshening.headers()).containsEntry("A", List.of("2")).containsEntry("ETag", List.of("\"a\""));
        }

        @ParameterizedTest
        @Tag("R9111-73")
        @ValueSource(strings = {"ETag: \"b\"", "Last-Modified: Sun, 06 Nov 1994 08:49:38 GMT", "Content-Length: 4"})
        void aboutOtherContentOutdatesIt(String line) {
            assertThat(byHead(200, line).applies()).isFalse();
        }

        @Test
        void ofAnotherStatusOutdatesIt() {
            assertThat(byHead(404).reason()).isEqualTo("the HEAD has another status");
        }
    }
}

package org.cachette.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.headers;
import static org.cachette.http.Given.request;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RangeAnswerTest {

    private static final String[] FIELDS = {
        "ETag: \"a\"",
        "Last-Modified: Sun, 01 Mar 2026 11:00:00 GMT",
        "Date: Sun, 01 Mar 2026 11:30:00 GMT",
        "Cache-Control: max-age=60",
        "Expires: Sun, 01 Mar 2026 13:00:00 GMT",
        "Content-Location: /x",
        "Vary: Accept",
        "Content-Type: text/plain",
        "Content-Digest: sha-256=:AAAA:",
        "Repr-Digest: sha-256=:BBBB:",
        "Content-Length: 10"
    };

    private static StoredResponse response(int status, byte[] body, String... lines) {
        return new StoredResponse(status, headers(lines), body, NOW, NOW.plusSeconds(60));
    }

    private static StoredResponse digits() {
        return response(200, "0123456789".getBytes(US_ASCII), FIELDS);
    }

    private static RangeAnswer answer(String... request) {
        return RangeAnswer.of(digits(), get(request));
    }

    private static String text(RangeAnswer answer) {
        return answer.slices().stream()
                .map(slice -> new String(slice.bytes(), slice.offset(), slice.length(), US_ASCII))
                .collect(Collectors.joining());
    }

    private static void assertWhole(RangeAnswer answer, String reason) {
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).isEqualTo(headers(FIELDS));
        assertThat(text(answer)).isEqualTo("0123456789");
    }

    @Nested
    final class OneRange {

        @ParameterizedTest
        @Tag("R9110-42")
        @Tag("R9110-43")
        @Tag("R9110-50")
        @CsvSource({
            "0-0, 0, 0-0",
            "2-4, 234, 2-4",
            "2-, 23456789, 2-9",
            "-3, 789, 7-9",
            "8-100, 89, 8-9",
            "-100, 0123456789, 0-9",
            "0-, 0123456789, 0-9",
            "7-99999999999999999999999, 789, 7-9",
            "-99999999999999999999999, 0123456789, 0-9",
            "5-9223372036854775808, 56789, 5-9"
        })
        void givesThosePartsOfTheContent(String range, String content, String contentRange) {
            RangeAnswer answer = answer("Range: bytes=" + range);

            assertThat(answer.status()).isEqualTo(206);
            assertThat(text(answer)).isEqualTo(content);
            assertThat(answer.headers())
                    .containsEntry("Content-Range", List.of("bytes " + contentRange + "/10"))
                    .containsEntry("Content-Length", List.of(Integer.toString(content.length())));
        }

        @Test
        @Tag("R9110-48")
        @Tag("R9530-1")
        @Tag("R9530-2")
        @Tag("R9530-3")
        void repeatsTheFieldsOfTheWholeButTheDigestOfTheContent() {
            assertThat(answer("Range: bytes=0-1").headers())
                    .containsKeys("Date", "Cache-Control", "ETag", "Expires", "Content-Location", "Vary", "Repr-Digest")
                    .doesNotContainKey("Content-Digest");
        }

        @ParameterizedTest
        @Tag("R9110-44")
        @ValueSource(strings = {"10-", "10-20", "99999999999999999999-", "-0", "20-30, 40-50"})
        void beyondTheContentIs416(String range) {
            RangeAnswer answer = answer("Range: bytes=" + range);

            assertThat(answer.status()).isEqualTo(416);
            assertThat(answer.headers()).isEqualTo(headers("Content-Range: bytes */10", "Content-Length: 0"));
            assertThat(answer.length()).isZero();
        }

        @Test
        @Tag("R9110-47")
        void isNeverAnsweredByMultipart() {
            assertThat(answer("Range: bytes=20-30, 0-1").headers())
                    .containsEntry("Content-Range", List.of("bytes 0-1/10"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0-", "-5"})
        void ofNothingIsNothing(String range) {
            RangeAnswer answer = RangeAnswer.of(response(200, new byte[0]), get("Range: bytes=" + range));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.length()).isZero();
        }
    }

    @Nested
    final class SeveralRanges {

        @Test
        @Tag("R9110-46")
        void comeAsParts() {
            RangeAnswer answer = answer("Range: bytes=0-1, 4-4 ,-2");
            String boundary = EntityTag.of(digits().body()).opaque();
            String part = "--" + boundary + "\r\nContent-Type: text/plain\r\nContent-Range: bytes ";

            assertThat(answer.status()).isEqualTo(206);
            assertThat(answer.headers())
                    .containsEntry("Content-Type", List.of("multipart/byteranges; boundary=" + boundary))
                    .containsEntry("Content-Length", List.of(Long.toString(answer.length())))
                    .doesNotContainKey("Content-Range");
            assertThat(text(answer))
                    .isEqualTo(part + "0-1/10\r\n\r\n01\r\n" + part + "4-4/10\r\n\r\n4\r\n" + part
                            + "8-9/10\r\n\r\n89\r\n--" + boundary + "--\r\n")
                    .hasSize((int) answer.length());
        }

        @Test
        @Tag("R9110-45")
        void areBounded() {
            String many = IntStream.rangeClosed(0, ByteRanges.MOST)
                    .mapToObj(i -> i + "-" + i)
                    .collect(Collectors.joining(","));

            assertWhole(answer("Range: bytes=" + many), "more than 16 ranges");
        }

        @ParameterizedTest
        @Tag("R9110-45")
        @CsvSource(
                delimiter = '>',
                value = {
                    "0-,0- > the ranges are longer than the content",
                    "0-6,5-9 > the ranges are longer than the content",
                    "0-1,1-2,2-3 > more than two ranges overlap",
                    "0-0,0-0,0-0 > more than two ranges overlap",
                    "9-9,7-7,5-5,3-3 > many small ranges without order"
                })
        void thatWasteWorkAreIgnored(String ranges, String reason) {
            assertWhole(answer("Range: bytes=" + ranges), reason);
        }

        @Test
        void mayOverlapOnceAndStandInAnyOrder() {
            assertThat(answer("Range: bytes=0-2,2-4").status()).isEqualTo(206);
            assertThat(answer("Range: bytes=8-9,0-1").status()).isEqualTo(206);
        }
    }

    @Nested
    final class ARange {

        @ParameterizedTest
        @Tag("R9110-45")
        @Tag("R9110-40")
        @CsvSource(
                delimiter = '>',
                value = {
                    "bytes=a-b > the Range is malformed",
                    "bytes=5-1 > the Range is malformed",
                    "bytes=0-1,x > the Range is malformed",
                    "bytes=- > the Range is malformed",
                    "bytes=1 > the Range is malformed",
                    "bytes=0-1-2 > the Range is malformed",
                    "bytes=--1 > the Range is malformed",
                    "bytes= > the Range has no ranges",
                    "bytes > the unit of the range is not bytes",
                    "seconds=0-1 > the unit of the range is not bytes"
                })
        void thatIsNoneIsIgnored(String range, String reason) {
            assertWhole(answer("Range: " + range), reason);
        }

        @Test
        void twiceIsIgnored() {
            assertWhole(answer("Range: bytes=0-1", "Range: bytes=2-3"), "there is more than one Range field");
        }

        @Test
        @Tag("R9110-40")
        void isForGetAlone() {
            assertWhole(RangeAnswer.of(digits(), request("HEAD", "Range: bytes=0-1")), "Range is for GET alone");
        }

        @Test
        @Tag("R9110-41")
        void isForA200Alone() {
            RangeAnswer answer = RangeAnswer.of(response(404, new byte[9]), get("Range: bytes=0-1"));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.length()).isEqualTo(9);
        }

        @Test
        @Tag("R9110-51")
        void isOfTheCodedBytes() {
            StoredResponse coded = response(200, new byte[] {31, -117, 8, 0}, "Content-Encoding: gzip");
            RangeAnswer answer = RangeAnswer.of(coded, get("Range: bytes=1-2"));

            assertThat(answer.headers())
                    .containsEntry("Content-Encoding", List.of("gzip"))
                    .containsEntry("Content-Range", List.of("bytes 1-2/4"));
        }
    }

    @Nested
    final class IfRange {

        @ParameterizedTest
        @Tag("R9110-49")
        @Tag("R9110-2")
        @ValueSource(strings = {"\"a\"", "Sun, 01 Mar 2026 11:00:00 GMT", "Sunday, 01-Mar-26 11:00:00 GMT"})
        void thatNamesTheResponseGivesThePart(String value) {
            assertThat(answer("Range: bytes=0-1", "If-Range: " + value).status())
                    .isEqualTo(206);
        }

        @ParameterizedTest
        @Tag("R9110-49")
        @Tag("R9110-2")
        @ValueSource(
                strings = {
                    "\"b\"",
                    "W/\"a\"",
                    "a",
                    "*",
                    "\"a\", \"b\"",
                    "Sun, 01 Mar 2026 11:00:01 GMT",
                    "Sun, 01 Mar 2026 10:59:59 GMT",
                    ""
                })
        void thatNamesAnotherGivesTheWhole(String value) {
            assertWhole(answer("Range: bytes=0-1", "If-Range: " + value), "If-Range names another response");
        }

        @Test
        @Tag("R9110-2")
        void neverMatchesAWeakTag() {
            StoredResponse weak = response(200, new byte[9], "ETag: W/\"a\"");

            assertThat(RangeAnswer.of(weak, get("Range: bytes=0-1", "If-Range: W/\"a\""))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        @Tag("R9110-18")
        void takesADateOnlyIfItIsStrong() {
            String date = "Sun, 01 Mar 2026 11:00:00 GMT";
            StoredResponse weak = response(200, new byte[9], "Last-Modified: " + date, "Date: " + date);

            assertThat(RangeAnswer.of(weak, get("Range: bytes=0-1", "If-Range: " + date))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        @Tag("R9110-49")
        void withoutARangeMeansNothing() {
            assertWhole(answer("If-Range: \"b\""), "the request has no Range");
        }
    }
}

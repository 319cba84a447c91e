package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.headers;
import static org.cachette.http.Given.request;

import java.util.List;
import java.util.Map;
import org.cachette.http.Preconditions.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreconditionsTest {

    private static final String OLDER = "Sun, 06 Nov 1994 08:49:36 GMT";
    private static final String DATE = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final String LATER = "Sun, 06 Nov 1994 08:49:38 GMT";
    private static final Map<String, List<String>> PAGE = headers("ETag: \"v1\"", "Last-Modified: " + DATE);

    private static boolean notModified(Map<String, List<String>> response, String... request) {
        return Preconditions.evaluate(get(request), 200, response).notModified();
    }

    @Test
    void withoutAConditionTheContentIsSent() {
        assertThat(Preconditions.evaluate(get(), 200, PAGE))
                .isEqualTo(new Verdict(false, "the client has no condition"));
    }

    @Tag("R9110-12")
    @Tag("DJ-COND-01")
    @ParameterizedTest
    @ValueSource(ints = {100, 301, 304, 404, 412, 500})
    void onlyASuccessBecomesA304(int status) {
        assertThat(Preconditions.evaluate(get("If-None-Match: \"v1\""), status, PAGE)
                        .notModified())
                .isFalse();
    }

    @Tag("R9110-28")
    @Tag("DJ-COND-14")
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "OPTIONS"})
    void onlyGetAndHeadAreAnswered(String method) {
        RequestHead request = request(method, "If-None-Match: \"v1\"", "If-Modified-Since: " + DATE);

        assertThat(Preconditions.evaluate(request, 200, PAGE).notModified()).isFalse();
    }

    @Test
    @Tag("DJ-COND-27")
    void headIsAnsweredAsGet() {
        assertThat(Preconditions.evaluate(request("HEAD", "If-None-Match: \"v1\""), 204, PAGE)
                        .notModified())
                .isTrue();
    }

    @ParameterizedTest
    @Tag("R9111-64")
    @ValueSource(
            strings = {"If-Match: \"other\"", "If-Match: \"v1\"", "If-Unmodified-Since: " + OLDER, "If-Range: \"v1\""})
    void otherConditionsAreNotForCaches(String line) {
        assertThat(notModified(PAGE, line)).isFalse();
    }

    @Nested
    final class IfNoneMatch {

        @ParameterizedTest
        @Tag("R9111-63")
        @Tag("R9110-1")
        @Tag("R9110-6")
        @Tag("DJ-COND-08")
        @Tag("DJ-COND-10")
        @Tag("RESTEASY-7")
        @ValueSource(strings = {"\"v1\"", "W/\"v1\"", "\"v0\", \"v1\"", "\"a,b\",W/\"v1\",\"c\"", "x, \"v1\""})
        void findsTheTagByWeakComparison(String value) {
            assertThat(notModified(PAGE, "If-None-Match: " + value)).isTrue();
        }

        @Test
        @Tag("R9110-1")
        void findsAWeakTagOfTheResponse() {
            assertThat(notModified(headers("etag: W/\"v1\""), "If-None-Match: \"v1\""))
                    .isTrue();
        }

        @Test
        @Tag("R9110-6")
        void looksAtEveryLine() {
            assertThat(notModified(PAGE, "If-None-Match: \"v0\"", "If-None-Match: \"v1\""))
                    .isTrue();
        }

        @ParameterizedTest
        @Tag("R9110-3")
        @Tag("DJ-COND-15")
        @ValueSource(strings = {"\"v2\"", "v1", "w/\"v1\"", "\"v1", ""})
        void sendsTheContentForAnotherOrAMalformedTag(String value) {
            assertThat(notModified(PAGE, "If-None-Match: " + value)).isFalse();
        }

        @Test
        @Tag("R9110-5")
        @Tag("DJ-COND-09")
        void ofAStarIsMetByAnyResponse() {
            assertThat(notModified(PAGE, "If-None-Match: *")).isTrue();
            assertThat(notModified(Map.of(), "If-None-Match: *")).isTrue();
        }

        @Test
        void sendsTheContentOfAResponseWithoutAProperTag() {
            assertThat(notModified(Map.of(), "If-None-Match: \"v1\"")).isFalse();
            assertThat(notModified(headers("ETag: v1"), "If-None-Match: v1")).isFalse();
        }

        @Test
        @Tag("R9111-65")
        @Tag("DJ-COND-11")
        @Tag("DJ-COND-12")
        @Tag("R9110-7")
        void winsOverIfModifiedSince() {
            assertThat(notModified(PAGE, "If-None-Match: \"v2\"", "If-Modified-Since: " + LATER))
                    .isFalse();
            assertThat(notModified(PAGE, "If-None-Match: \"v1\"", "If-Modified-Since: " + OLDER))
                    .isTrue();
            assertThat(notModified(PAGE, "If-None-Match: nonsense", "If-Modified-Since: " + LATER))
                    .isFalse();
        }
    }

    @Nested
    final class IfModifiedSince {

        @ParameterizedTest
        @Tag("R9110-8")
        @Tag("DJ-COND-13")
        @Tag("RESTEASY-8")
        @ValueSource(strings = {DATE, LATER, "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
        void ofTheSameDateOrLaterIsNotModified(String date) {
            assertThat(notModified(PAGE, "If-Modified-Since: " + date)).isTrue();
        }

        @Test
        @Tag("DJ-COND-13")
        void ofAnEarlierDateSendsTheContent() {
            assertThat(notModified(PAGE, "If-Modified-Since: " + OLDER)).isFalse();
        }

        @ParameterizedTest
        @Tag("R9110-7")
        @Tag("DJ-COND-15")
        @ValueSource(strings = {"tomorrow", "0", "", LATER + ", " + LATER, "Sun, 06 Nov 1994 09:49:37 CET"})
        void thatIsNotOneDateIsIgnored(String date) {
            assertThat(notModified(PAGE, "If-Modified-Since: " + date)).isFalse();
        }

        @Test
        @Tag("R9110-7")
        void onSeveralLinesIsIgnored() {
            assertThat(notModified(PAGE, "If-Modified-Since: " + LATER, "If-Modified-Since: " + LATER))
                    .isFalse();
        }

        @Test
        @Tag("R9111-66")
        void isHeldAgainstDateWithoutALastModified() {
            assertThat(notModified(headers("Date: " + DATE), "If-Modified-Since: " + DATE))
                    .isTrue();
            assertThat(notModified(headers("Date: " + DATE), "If-Modified-Since: " + OLDER))
                    .isFalse();
        }

        @Test
        void sendsTheContentOfAResponseWithoutAReadableDate() {
            assertThat(notModified(Map.of(), "If-Modified-Since: " + LATER)).isFalse();
            assertThat(notModified(headers("Last-Modified: x", "Date: " + DATE), "If-Modified-Since: " + LATER))
                    .isFalse();
        }
    }

    @Nested
    final class TheHeadersOfA304 {

        @Test
        @Tag("R9110-20")
        @Tag("R9110-38")
        @Tag("DJ-COND-16")
        void keepWhatThe200Has() {
            Map<String, List<String>> kept = headers(
                    "Cache-Control: max-age=1",
                    "Content-Location: /x",
                    "Date: " + DATE,
                    "ETag: \"v1\"",
                    "Expires: " + DATE,
                    "Last-Modified: " + DATE,
                    "Vary: Cookie",
                    "Age: 0",
                    "Set-Cookie: a=1");

            assertThat(kept.keySet()).allMatch(Preconditions::isInNotModified);
        }

        @Test
        @Tag("R9110-21")
        @Tag("DJ-COND-16")
        void dropWhatDescribesTheContent() {
            assertThat(headers(
                                    "content-type: text/html",
                                    "Content-Length: 5",
                                    "Content-Encoding: gzip",
                                    "Content-Language: de",
                                    "Transfer-Encoding: chunked",
                                    "Trailer: X")
                            .keySet())
                    .noneMatch(Preconditions::isInNotModified);
        }

        @Test
        void keepWhatOtherFiltersSetForThisRequest() {
            Map<String, List<String>> kept =
                    headers("Access-Control-Allow-Origin: https://a.example", "Content-Security-Policy: x", "X-Id: 1");

            assertThat(kept.keySet()).allMatch(Preconditions::isInNotModified);
        }
    }
}

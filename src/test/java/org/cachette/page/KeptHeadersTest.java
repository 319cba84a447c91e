package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers belong to the stored response. */
final class KeptHeadersTest {

    private static final Map<String, List<String>> NONE = Map.of();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Language: de",
                "Content-Encoding: gzip",
                "Content-Disposition: inline",
                "ETag: \"1\"",
                "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT",
                "Cache-Control: max-age=60",
                "Vary: Cookie",
                "Expires: 0",
                "Content-Location: /x"
            })
    void whatDescribesTheContentIsKeptWhoeverSetIt(String line) {
        Map<String, List<String>> fields = GivenPages.fields(line);

        assertThat(KeptHeaders.of(fields, NONE, fields, false, false)).isEqualTo(fields);
    }

    @Test
    @Tag("R9111-11")
    void anUnknownFieldOfTheMethodIsKept() {
        Map<String, List<String>> fields = GivenPages.fields("X-Unknown: 1", "X-Unknown: 2");

        assertThat(KeptHeaders.of(fields, fields, fields, false, false)).isEqualTo(fields);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Access-Control-Allow-Origin: https://one.example",
                "X-Request-Id: 7",
                "Content-Security-Policy: script-src 'nonce-1'",
                "Content-Security-Policy-Report-Only: script-src 'nonce-1'"
            })
    void whatOnlyAFilterSetIsNotKept(String line) {
        Map<String, List<String>> fields = GivenPages.fields(line);

        assertThat(KeptHeaders.of(fields, NONE, fields, false, false)).isEmpty();
    }

    @Test
    void whatAFilterChangedIsKeptAsTheMethodGaveIt() {
        Map<String, List<String>> method = GivenPages.fields("X-Own: method");
        Map<String, List<String>> filtered = GivenPages.fields("X-Own: filter");

        assertThat(KeptHeaders.of(filtered, method, filtered, false, false)).isEqualTo(method);
    }

    @Test
    void whatTheWriterOfTheBodySetIsKept() {
        Map<String, List<String>> written = GivenPages.fields("X-Rendered-By: template");

        assertThat(KeptHeaders.of(written, NONE, NONE, false, false)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date: now", "Age: 5", "Connection: close", "Transfer-Encoding: chunked", "Upgrade: h2c"})
    @Tag("R9111-12")
    void whatConcernsThisAnswerOrConnectionIsNotKept(String line) {
        Map<String, List<String>> fields = GivenPages.fields(line);

        assertThat(KeptHeaders.of(fields, fields, NONE, false, false)).isEmpty();
    }

    @Test
    @Tag("R9111-12")
    void whatConnectionNamesIsNotKept() {
        Map<String, List<String>> fields = GivenPages.fields("Connection: close, X-Hop", "X-Hop: 1", "X-End: 1");

        assertThat(KeptHeaders.of(fields, fields, fields, false, false)).isEqualTo(GivenPages.fields("X-End: 1"));
    }

    @Test
    @Tag("R9111-102")
    void aCookieIsKeptOnlyWhereThatIsSet() {
        Map<String, List<String>> fields = GivenPages.fields("Set-Cookie: a=1");

        assertThat(KeptHeaders.of(fields, fields, fields, false, false)).isEmpty();
        assertThat(KeptHeaders.of(fields, fields, fields, true, false)).isEqualTo(fields);
    }

    @Test
    void aCookieThatOnlyAFilterSetIsNeverKept() {
        Map<String, List<String>> fields = GivenPages.fields("Set-Cookie: session=1");

        assertThat(KeptHeaders.of(fields, NONE, fields, true, false)).isEmpty();
    }
}

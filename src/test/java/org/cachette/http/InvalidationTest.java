package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.headers;
import static org.cachette.http.Given.response;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InvalidationTest {

    private static final String TARGET = "http://example.com/a/b?c=1";

    private static Invalidation after(String method, String target, int status, String... lines) {
        RequestHead request = RequestHead.of(method, URI.create(target), Map.of());
        return Invalidation.of(request, response(status, lines));
    }

    private static Invalidation named(String line) {
        return after("POST", TARGET, 200, line);
    }

    @ParameterizedTest
    @Tag("R9111-80")
    @Tag("R9110-29")
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "PROPPATCH", "FOO", "get"})
    void theTargetGoesAfterAnUnsafeOrUnknownMethod(String method) {
        assertThat(after(method, TARGET, 200).uris()).containsExactly(URI.create(TARGET));
    }

    @ParameterizedTest
    @Tag("RQRY-1")
    @Tag("R9875-6")
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})
    void nothingGoesAfterASafeMethod(String method) {
        Invalidation none = after(method, TARGET, 200, "Location: /x", "Cache-Group-Invalidation: \"a\"");

        assertThat(none.isNeeded()).isFalse();
        assertThat(none.reason()).isEqualTo("the method is safe");
    }

    @ParameterizedTest
    @Tag("R9111-80")
    @ValueSource(ints = {200, 204, 303, 399})
    void aSuccessOrRedirectionInvalidates(int status) {
        assertThat(after("POST", TARGET, status).isNeeded()).isTrue();
    }

    @ParameterizedTest
    @Tag("R9111-81")
    @Tag("R9875-7")
    @ValueSource(ints = {100, 400, 404, 500, 599})
    void anErrorInvalidatesNothing(int status) {
        assertThat(after("POST", TARGET, status, "Location: /x", "Cache-Group-Invalidation: \"a\"")
                        .isNeeded())
                .isFalse();
    }

    @ParameterizedTest
    @Tag("R9111-82")
    @CsvSource({
        "Location, /x, http://example.com/x",
        "Content-Location, http://example.com/x?y=2, http://example.com/x?y=2",
        "Location, ../x, http://example.com/x",
        "Location, d, http://example.com/a/d",
        "Location, ?q, http://example.com/a/b?q",
        "Location, http://EXAMPLE.com:80/x#frag, http://example.com/x",
        "Location, //example.com/x, http://example.com/x",
        "Location, http://example.com, http://example.com/"
    })
    void whatTheAnswerNamesOnTheSameOriginGoesToo(String field, String value, String uri) {
        assertThat(named(field + ": " + value).uris()).contains(URI.create(uri), URI.create(TARGET));
    }

    @ParameterizedTest
    @Tag("R9111-82")
    @ValueSource(
            strings = {
                "https://example.com/x",
                "http://other.com/x",
                "http://example.com:8080/x",
                "http://example.com.evil.org/x",
                "http://user@example.com/x",
                "//other.com/x",
                "mailto:a@b",
                "http://[broken",
                "",
                "/a b",
                "urn:x:y"
            })
    void whatIsOfAnotherOriginOrNoUriStays(String value) {
        assertThat(named("Location: " + value).uris()).containsExactly(URI.create(TARGET));
    }

    @Test
    @Tag("R9111-80")
    void urisGoAsTheyAreAndNormalised() {
        assertThat(after("PUT", "http://example.com/%7ea/./b%c3%a9?x=%7e", 200).uris())
                .containsExactlyInAnyOrder(
                        URI.create("http://example.com/%7ea/./b%c3%a9?x=%7e"),
                        URI.create("http://example.com/~a/b%C3%A9?x=~"));
    }

    @Test
    void theAuthorityIsSpelledAsTheTargetHasIt() {
        assertThat(after("PUT", "http://Example.com:80/a", 200, "Location: http://example.com/b")
                        .uris())
                .containsExactlyInAnyOrder(
                        URI.create("http://Example.com:80/a"), URI.create("http://Example.com:80/b"));
    }

    @Test
    @Tag("R9875-7")
    void groupsGoWithAnUnsafeMethod() {
        assertThat(after("POST", TARGET, 200, "Cache-Group-Invalidation: \"a\", \"b\";x")
                        .groups())
                .containsExactly("a", "b");
    }

    @Test
    @Tag("R9875-5")
    void groupsOfTheAnswerItselfAreNotInvalidated() {
        assertThat(after("POST", TARGET, 200, "Cache-Groups: \"a\"").groups()).isEmpty();
        assertThat(CacheGroups.of(headers("Cache-Groups: \"a\""))).containsExactly("a");
    }
}

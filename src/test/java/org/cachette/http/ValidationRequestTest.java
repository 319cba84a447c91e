package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.PAGE;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.stored;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidationRequestTest {

    private static final String DATE = "Sun, 06 Nov 1994 08:49:37 GMT";

    private static StoredResponse entry(String... lines) {
        return stored(NOW, NOW, lines);
    }

    @Test
    @Tag("R9111-60")
    @Tag("R9111-61")
    void carriesTheEntrysOwnConditions() {
        StoredResponse entry = entry("ETag: W/\"a\"", "Last-Modified: " + DATE);

        assertThat(ValidationRequest.of(get("Accept: text/html"), entry))
                .hasValue(get("Accept: text/html", "If-None-Match: W/\"a\"", "If-Modified-Since: " + DATE));
    }

    @Test
    void carriesWhatThereIs() {
        assertThat(ValidationRequest.of(get(), entry("ETag: \"a\""))).hasValue(get("If-None-Match: \"a\""));
        assertThat(ValidationRequest.of(get(), entry("Last-Modified: " + DATE)))
                .hasValue(get("If-Modified-Since: " + DATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: 1", "ETag: unquoted", "ETag: w/\"a\"", "Last-Modified: yesterday", "Last-Modified: 0"})
    void isImpossibleWithoutAValidator(String line) {
        assertThat(ValidationRequest.of(get(), entry(line))).isEmpty();
        assertThat(ValidationRequest.hasValidator(entry(line))).isFalse();
    }

    @Test
    @Tag("R9111-67")
    void asksNothingOfTheClientsOwnConditionsAndRanges() {
        RequestHead client = get(
                "If-None-Match: \"client\"",
                "if-modified-since: " + DATE,
                "If-Match: \"x\"",
                "If-Unmodified-Since: " + DATE,
                "If-Range: \"x\"",
                "Range: bytes=0-1");

        assertThat(ValidationRequest.of(client, entry("ETag: \"own\""))).hasValue(get("If-None-Match: \"own\""));
    }

    @Test
    @Tag("R9111-62")
    @Tag("R5861-2")
    void ofTheCacheItselfHasOnlyTheFieldsThatChoseTheEntry() {
        RequestHead client = get("accept: text/html", "Cookie: a=b", "Authorization: x", "If-None-Match: \"c\"");

        assertThat(ValidationRequest.ofOwn(client, entry("ETag: \"a\""), Set.of("Accept", "Accept-Language")))
                .isEqualTo(get("Accept: text/html", "If-None-Match: \"a\""));
        assertThat(ValidationRequest.ofOwn(client, entry(), Set.of("accept"))).isEqualTo(get("accept: text/html"));
        assertThat(ValidationRequest.ofOwn(client, entry(), Set.of()).uri()).isEqualTo(PAGE);
    }
}

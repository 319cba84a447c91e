package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.PAGE;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.headers;
import static org.cachette.http.Given.request;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestHeadTest {

    @Test
    void aFieldIsFoundWhateverTheCaseOfItsName() {
        assertThat(get("accept-language: de").field("Accept-Language")).hasValue("de");
    }

    @Test
    void linesOfOneFieldAreJoinedInOrder() {
        assertThat(get("Accept: a", "Accept: b").field("Accept")).hasValue("a, b");
    }

    @Test
    void namesThatDifferInCaseOnlyAreOneField() {
        assertThat(get("Accept: a", "ACCEPT: b").lines("accept")).containsExactly("a", "b");
    }

    @Test
    void anAbsentFieldHasNoLines() {
        assertThat(get().lines("Accept")).isEmpty();
        assertThat(get().field("Accept")).isEmpty();
    }

    @Test
    void aCopyDoesNotFollowTheMapItCameFrom() {
        var live = headers("Accept: a");
        RequestHead head = RequestHead.of("GET", PAGE, live);

        live.put("Accept", List.of("b"));

        assertThat(head.field("Accept")).hasValue("a");
    }

    @Tag("R9110-27")
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1", "Content-Length: x", "Content-Length:", "Transfer-Encoding: chunked"})
    void aRequestThatMayBringBytesHasContent(String line) {
        assertThat(get(line).hasContent()).isTrue();
    }

    @Tag("R9110-27")
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 0", "Content-Length: 00", "Content-Type: text/plain"})
    void aRequestThatBringsNoBytesHasNoContent(String line) {
        assertThat(get(line).hasContent()).isFalse();
    }

    @Tag("R9111-1")
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "QUERY", "get", "PROPFIND"})
    void noOtherMethodIsGetOrHead(String method) {
        assertThat(request(method).isGetOrHead()).isFalse();
    }

    @Test
    void getAndHeadAre() {
        assertThat(get().isGetOrHead()).isTrue();
        assertThat(request("HEAD").isGetOrHead()).isTrue();
    }
}

package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that somebody encoded on their way out. */
final class CodedContentTest {

    @ParameterizedTest
    @ValueSource(strings = {"X-A: 1", "Content-Encoding: identity"})
    void whatIsNotCodedStaysAsItIs(String line) {
        Map<String, List<String>> headers = GivenPages.fields(line, "ETag: \"1\"");

        assertThat(CodedContent.marked(headers, Map.of())).isSameAs(headers);
    }

    @Test
    void codedContentVariesOnAcceptEncodingAlsoWhereNobodySaidSo() {
        assertThat(marked("Content-Encoding: gzip").get("Vary")).containsExactly("Accept-Encoding");
        assertThat(marked("Content-Encoding: gzip", "Vary: Cookie").get("Vary"))
                .containsExactly("Cookie, Accept-Encoding");
        assertThat(marked("Content-Encoding: gzip", "Vary: accept-encoding").get("Vary"))
                .containsExactly("accept-encoding");
    }

    @Test
    @Tag("DJ-GZIP-03")
    @Tag("R9110-14")
    void theMethodsStrongTagBecomesWeak() {
        assertThat(marked("Content-Encoding: gzip", "ETag: \"v1\"").get("ETag")).containsExactly("W/\"v1\"");
        assertThat(marked("Content-Encoding: gzip", "ETag: W/\"v1\"").get("ETag"))
                .containsExactly("W/\"v1\"");
    }

    @Test
    void aTagThatIsNoneIsLeftAlone() {
        assertThat(marked("Content-Encoding: gzip", "ETag: v1").get("ETag")).containsExactly("v1");
    }

    @Test
    void aMethodThatEncodesItselfNamesItsOwnBytes() {
        Map<String, List<String>> headers = GivenPages.fields("Content-Encoding: gzip", "ETag: \"v1\"");

        Map<String, List<String>> marked = CodedContent.marked(headers, headers);

        assertThat(marked.get("ETag")).containsExactly("\"v1\"");
        assertThat(marked.get("Vary")).containsExactly("Accept-Encoding");
    }

    private static Map<String, List<String>> marked(String... lines) {
        return CodedContent.marked(GivenPages.fields(lines), Map.of());
    }
}

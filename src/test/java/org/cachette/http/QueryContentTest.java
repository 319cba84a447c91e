package org.cachette.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.request;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryContentTest {

    private static QueryContent of(RequestHead request, String content) {
        return QueryContent.of(request, content.getBytes(UTF_8), 10);
    }

    private static String identity(String content, String... lines) {
        QueryContent verdict = of(request("QUERY", lines), content);
        assertThat(verdict.cacheable()).isTrue();
        return verdict.identity();
    }

    @Test
    @Tag("RQRY-2")
    @Tag("RQRY-3")
    void theSameContentIsTheSameQuery() {
        assertThat(identity("a", "Content-Type: text/plain", "Cookie: x=y"))
                .isEqualTo(identity("a", "content-type: text/plain"))
                .hasSize(43);
    }

    @ParameterizedTest
    @Tag("RQRY-4")
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "{\"a\":[1,2.5e3,\"x y\"]} > \t{ \"a\" : [1, 2.5e3,   \"x y\"] } > true",
                "[] > [ ] > true",
                "{} > { } > true",
                "\"\\u00e4\\n\" > `\"\\u00e4\\n\" ` > true",
                "[true,false,null,-0] > [true, false, null, -0] > true",
                "\"x y\" > \"xy\" > false",
                "[1,2] > [12] > false",
                "{'a':'x y'} > {'a':'xy'} > false",
                "{\"a\":x y} > {\"a\":xy} > false",
                "[1 2] > [12] > false",
                "[1,] > [1, ] > false",
                "[01] > [ 01] > false",
                "{\"a\":1,\"b\":2} > {\"b\":2,\"a\":1} > false",
                "[1] x > [1]x > false",
                "// a b > //ab > false"
            })
    void blanksInJsonMakeNoOtherQueryWhereThatIsAsked(String one, String other, boolean same) {
        assertThat(normalised(one, "application/json").equals(normalised(other, "application/json")))
                .isEqualTo(same);
        assertThat(asWritten(one)).isNotEqualTo(asWritten(other));
    }

    @ParameterizedTest
    @Tag("RQRY-4")
    @CsvSource({
        "application/problem+json, true",
        "Application/JSON; charset=utf-8, true",
        "text/plain, false",
        "application/json; charset=utf-16, false"
    })
    void onlyTypesThatAreJsonAre(String type, boolean same) {
        assertThat(normalised("[1, 2]", type).equals(normalised("[1,2]", type))).isEqualTo(same);
    }

    @Test
    @Tag("RQRY-4")
    void codedAndDeepContentStaysAsItIs() {
        RequestHead coded = request("QUERY", "Content-Type: application/json", "Content-Encoding: gzip");
        String deep = "[".repeat(5000);

        assertThat(QueryContent.normalised(coded, "[ ]".getBytes(UTF_8), 10))
                .isEqualTo(QueryContent.of(coded, "[ ]".getBytes(UTF_8), 10));
        assertThat(QueryContent.normalised(
                                request("QUERY", "Content-Type: application/json"), deep.getBytes(UTF_8), 5000)
                        .cacheable())
                .isTrue();
    }

    private static QueryContent asWritten(String content) {
        return QueryContent.of(request("QUERY", "Content-Type: application/json"), content.getBytes(UTF_8), 100);
    }

    private static String normalised(String content, String type) {
        QueryContent verdict =
                QueryContent.normalised(request("QUERY", "Content-Type: " + type), content.getBytes(UTF_8), 100);
        assertThat(verdict.cacheable()).isTrue();
        return verdict.identity();
    }

    @Test
    @Tag("RQRY-3")
    void otherContentOrMetadataIsAnotherQuery() {
        List<String> identities = List.of(
                identity("a", "Content-Type: text/plain"),
                identity("b", "Content-Type: text/plain"),
                identity("", "Content-Type: text/plain"),
                identity("a", "Content-Type: text/html"),
                identity("a", "Content-Type: text/plain", "Content-Encoding: gzip"),
                identity("a", "Content-Type: text/plain", "Content-Encoding: gzip", "Content-Encoding: br"),
                identity("a", "Content-Type: text/plain", "Content-Language: de"));

        assertThat(identities).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @Tag("RQRY-5")
    @Tag("RQRY-3")
    @CsvSource(
            delimiter = '>',
            value = {
                "GET > Content-Type: a/b > x > the method is not QUERY",
                "POST > Content-Type: a/b > x > the method is not QUERY",
                "QUERY > A: b > x > the content has no type, or several",
                "QUERY > Content-Type: a/b > 12345678901 > the content is longer than 10 bytes"
            })
    void whatCannotBeIdentifiedBypasses(String method, String line, String content, String reason) {
        assertThat(of(request(method, line), content)).isEqualTo(new QueryContent(false, "", reason));
    }

    @Test
    void twoTypesOrAPartBypass() {
        assertThat(of(request("QUERY", "Content-Type: a/b", "Content-Type: a/c"), "x")
                        .cacheable())
                .isFalse();
        assertThat(of(request("QUERY", "Content-Type: a/b", "Content-Range: bytes 0-0/2"), "x")
                        .reason())
                .isEqualTo("the content is a part only");
    }

    @Test
    @Tag("RQRY-2")
    void toAllOtherRulesItIsAGet() {
        RequestHead query = request(
                "QUERY", "Content-Type: a/b", "Content-Length: 3", "Transfer-Encoding: chunked", "Accept: text/html");
        RequestHead retrieval = QueryContent.asRetrieval(query);

        assertThat(retrieval).isEqualTo(get("Accept: text/html"));
        assertThat(retrieval.hasContent()).isFalse();
    }
}

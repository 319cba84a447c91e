package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.get;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cachette.http.RequestHead;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What keeps the variants of a page apart. */
final class VariationTest {

    private final GivenPages given = new GivenPages();

    @Test
    void namedCookiesTakeThePlaceOfTheField() {
        assertThat(names(get("/"), List.of("member", "Theme"), "Vary: Accept, Cookie"))
                .containsExactly("accept", "cookie:Theme", "cookie:member");
        assertThat(names(get("/"), List.of(), "Vary: Accept, Cookie")).containsExactly("accept", "cookie");
        assertThat(names(get("/"), List.of("member"), "Vary: Accept")).containsExactly("accept");
    }

    @Test
    void requestsThatServersCouldReadDifferentlyHaveDifferentValues() {
        List<String> all = List.of(
                "member=a",
                "member=b",
                "member=",
                "member",
                "member=\"a\"",
                "member=a; member=b",
                "member=b; member=a",
                "member=a,member=b",
                "x=\"; member=a; y=\"",
                "MEMBER=a",
                "member =a",
                "x=member=a",
                "x=1");
        Set<String> values = new HashSet<>();
        all.forEach(cookies -> values.add(Variation.value("cookie:member", get("/", "Cookie: " + cookies))));

        assertThat(values).hasSameSizeAs(all);
        assertThat(Variation.value("cookie:member", get("/", "Cookie: y=2; x=1")))
                .isEqualTo(Variation.value("cookie:member", get("/")));
    }

    @Test
    void linesOfCookiesAreNotOneCookieWithAComma() {
        assertThat(Variation.value("cookie", get("/", "Cookie: a=1", "Cookie: b=2")))
                .isEqualTo(Variation.value("cookie", get("/", "Cookie: a=1; b=2")))
                .isNotEqualTo(Variation.value("cookie", get("/", "Cookie: a=1,b=2")));
    }

    @Test
    void acceptEncodingIsWhatIsAcceptedOfTheUsualCodings() {
        String usual = Variation.value("accept-encoding", get("/", "Accept-Encoding: gzip, br"));

        assertThat(Variation.value("accept-encoding", get("/", "Accept-Encoding: br;q=0.2, x-gzip, exotic")))
                .isEqualTo(usual);
        assertThat(Variation.value("accept-encoding", get("/", "Accept-Encoding: br")))
                .isNotEqualTo(usual);
        assertThat(Variation.value("accept-encoding", get("/"))).isNull();
    }

    @Test
    void aCodingThatWasNotAcceptedKeepsTheFieldAsItWasSent() {
        RequestHead request = get("/", "Accept-Encoding: exotic");

        assertThat(names(request, List.of(), "Vary: Accept-Encoding", "Content-Encoding: exotic"))
                .containsExactly(":accept-encoding");
        assertThat(names(request, List.of(), "Vary: Accept-Encoding")).containsExactly("accept-encoding");
        assertThat(Variation.value(":accept-encoding", request)).isEqualTo("exotic");
    }

    @Test
    @Tag("DJ-PKEY-09")
    @Tag("DJ-PKEY-14")
    void theLanguageOfTheExchangeTakesThePlaceOfTheAcceptedOnes() {
        RequestHead german = get("/", "Accept-Language: de-AT, de;q=0.8").withAspect(RequestHead.LANGUAGE, "de");
        RequestHead unknown = get("/", "Accept-Language: de").withAspect(RequestHead.LANGUAGE, "");

        assertThat(names(german, List.of(), "Vary: Accept-Language")).containsExactly(":language");
        assertThat(names(unknown, List.of(), "Vary: Accept-Language")).containsExactly(":language", "accept-language");
        assertThat(Variation.value(":language", german)).isEqualTo("de");
    }

    private List<String> names(RequestHead request, List<String> cookies, String... headers) {
        return Variation.names(POLICY, cookies, request, given.response("page", headers));
    }
}

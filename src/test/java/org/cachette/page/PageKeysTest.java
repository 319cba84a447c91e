package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of pages. */
final class PageKeysTest {

    private static final String URL = "http://example.com/foo/?a=1";

    @Test
    @Tag("DJ-PKEY-02")
    @Tag("DJ-PKEY-04")
    void theKeyOfAUrlIsReadable() {
        assertThat(key("", "GET", URL)).isEqualTo("page|3:GET|4:http|11:example.com|5:/foo/|3:a=1");
    }

    @Test
    @Tag("DJ-PKEY-17")
    void theKeyPrefixStandsInFront() {
        assertThat(key("site1", "GET", URL)).isEqualTo("page|5:site1|3:GET|4:http|11:example.com|5:/foo/|3:a=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/foo/?a=1",
                "http://example.com:8080/foo/?a=1",
                "http://example.org/foo/?a=1",
                "http://example.com/foo?a=1",
                "http://example.com/Foo/?a=1",
                "http://example.com/foo/?a=1&a=1",
                "http://example.com/foo/?a=2",
                "http://example.com/foo/;a=1",
                "http://example.com/foo/%3Fa=1",
                "http://example.com/f%6fo/?a=1",
                "http://example.com/foo/?a=1#b",
                "http://example.com/foo/?a=1#",
                "http://example.com/foo/?",
                "http://example.com/foo/"
            })
    @Tag("DJ-PKEY-04")
    @Tag("R9111-20")
    void eachPartOfTheUrlCounts(String other) {
        assertThat(key("", "GET", other)).isNotEqualTo(key("", "GET", URL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://EXAMPLE.com/foo/?a=1",
                "http://example.com:80/foo/?a=1",
                "http://example.com:/foo/?a=1",
                "HTTP://Example.COM:80/foo/?a=1"
            })
    @Tag("DJ-PKEY-04")
    @Tag("R9111-20")
    void theSpellingOfTheHostDoesNotCount(String other) {
        assertThat(key("", "GET", other)).isEqualTo(key("", "GET", URL));
    }

    @Test
    @Tag("DJ-PKEY-05")
    void theOrderOfParametersCounts() {
        assertThat(key("", "GET", "http://example.com/?a=1&b=2"))
                .isNotEqualTo(key("", "GET", "http://example.com/?b=2&a=1"));
    }

    @Test
    void anEmptyQueryIsNotNoQuery() {
        assertThat(key("", "GET", "http://example.com/?")).isNotEqualTo(key("", "GET", "http://example.com/"));
    }

    @Test
    @Tag("DJ-PKEY-19")
    void theMethodCounts() {
        assertThat(key("", "HEAD", URL)).isNotEqualTo(key("", "GET", URL));
    }

    @Test
    @Tag("S4")
    void noTwoPrefixesAndUrlsSpellTheSameKey() {
        Map<String, String> seen = new HashMap<>();
        for (String prefix : List.of("", "a", "b", "a|1", "4:http", "GET", "|3:GET", "a|3:GET|4:http")) {
            for (String url : List.of("http:/x", "http://h/x", "http://h/x|1:y", "http://h/x?y", "http://h/x?y|1:z")) {
                URI uri = URI.create(url.replace("|", "%7C"));
                String spelled = PageKeys.ofUrl(prefix, "GET", uri);
                assertThat(seen.put(spelled, prefix + " " + uri)).isNull();
            }
        }
    }

    @Test
    void aLongUrlIsDigested() {
        String key = key("site1", "GET", "http://example.com/" + "x".repeat(500));

        assertThat(key).startsWith("page#").hasSizeLessThanOrEqualTo(200);
        assertThat(key).isNotEqualTo(key("site1", "GET", "http://example.com/" + "x".repeat(501)));
        assertThat(key).isNotEqualTo(key("site2", "GET", "http://example.com/" + "x".repeat(500)));
    }

    @Test
    void aKeyOfTwoHundredCharactersStaysReadable() {
        String longest = key(
                "",
                "GET",
                "http://example.com/"
                        + "x"
                                .repeat(200
                                        - key("", "GET", "http://example.com/" + "x".repeat(100))
                                                .length()
                                        + 100));

        assertThat(longest).hasSize(200).startsWith("page|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blank here", "tab\there", "umlaut ä", "delete\u007f", "line\nend"})
    void aPrefixThatNotEveryStoreTakesIsDigested(String prefix) {
        assertThat(key(prefix, "GET", URL)).startsWith("page#").matches("[!-~]+");
    }

    @Test
    void lettersBeyondAsciiInAUrlAreDigested() {
        assertThat(key("", "GET", "http://example.com/ä")).startsWith("page#").matches("[!-~]+");
    }

    @Test
    @Tag("DJ-PKEY-10")
    @Tag("DJ-PKEY-11")
    void valuesOfTwoFieldsNeverRunTogether() {
        assertThat(variant("X-A: EU", "X-B:")).isNotEqualTo(variant("X-A:", "X-B: EU"));
        assertThat(variant("X-A: 1|1:2")).isNotEqualTo(variant("X-A: 1", "X-B: 2"));
    }

    @Test
    @Tag("R9111-31")
    void anAbsentFieldIsNotAnEmptyOne() {
        assertThat(variant("X-A:", "X-B: 1")).isNotEqualTo(variant("X-B: 1"));
        assertThat(variant("X-A: -", "X-B: 1")).isNotEqualTo(variant("X-B: 1"));
    }

    @Test
    @Tag("R9111-30")
    void linesOfOneFieldAreJoined() {
        assertThat(variant("X-A: 1", "X-A: 2")).isEqualTo(variant("X-A: 1,2"));
    }

    @Test
    @Tag("R9111-35")
    void otherFieldsDoNotCount() {
        assertThat(variant("X-A: 1", "X-C: 1")).isEqualTo(variant("X-A: 1", "X-C: 2"));
    }

    @Test
    void everyCombinationOfValuesHasAKeyOfItsOwn() {
        List<String> values = List.of("", "-", "|-", "1", "1:1", "|1:1", "x-b", "|3:x-b|1:1", ",", "a,b", "ä");
        List<String> keys = new ArrayList<>();
        for (String a : values) {
            keys.add(variant("X-A: " + a));
            keys.add(variant("X-B: " + a));
            for (String b : values) {
                keys.add(variant("X-A: " + a, "X-B: " + b));
            }
        }
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.length() <= 200 && key.matches("[!-~]+"));
    }

    @Test
    void anotherGenerationIsAnotherKey() {
        assertThat(PageKeys.ofVariant("url", "g1", List.of("x-a"), GivenPages.get("/"), () -> null))
                .isNotEqualTo(PageKeys.ofVariant("url", "g2", List.of("x-a"), GivenPages.get("/"), () -> null));
    }

    @Test
    void usersWithTheSameCookieHaveKeysOfTheirOwn() {
        List<String> names = List.of("cookie");
        var request = GivenPages.get("/", "Cookie: theme=dark");

        assertThat(PageKeys.ofVariant("url", "g", names, request, () -> "alice"))
                .isNotEqualTo(PageKeys.ofVariant("url", "g", names, request, () -> "bob"))
                .isNotEqualTo(PageKeys.ofVariant("url", "g", names, request, () -> null));
    }

    @Test
    void usersWhoseNamesHoldHalvesOfSurrogatePairsHaveKeysOfTheirOwn() {
        assertThat(List.of("bob?", "bob\uD83D", "bob\uD83E"))
                .extracting(user -> PageKeys.ofVariant(
                        "url", "g", List.of("cookie"), GivenPages.get("/", "Cookie: a=1"), () -> user))
                .doesNotHaveDuplicates();
    }

    @Test
    void prefixesWithHalvesOfSurrogatePairsHaveKeysOfTheirOwn() {
        assertThat(List.of("?".repeat(200), "\uD83D".repeat(200), "\uD83E".repeat(200)))
                .extracting(prefix -> key(prefix, "GET", URL))
                .doesNotHaveDuplicates();
    }

    @Test
    void theUserDoesNotCountWhereTheCookieDoesNot() {
        List<String> names = List.of("accept-language");

        assertThat(PageKeys.ofVariant("url", "g", names, GivenPages.get("/"), () -> "alice"))
                .isEqualTo(PageKeys.ofVariant("url", "g", names, GivenPages.get("/"), () -> "bob"));
    }

    private static String key(String prefix, String method, String url) {
        return PageKeys.ofUrl(prefix, method, URI.create(url));
    }

    private static String variant(String... headers) {
        return PageKeys.ofVariant("url", "g", List.of("x-a", "x-b"), GivenPages.get("/", headers), () -> null);
    }
}

package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.cachette.embedded.EmbeddedServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings say what of the query and the cookies tells pages apart. */
@Tag("ee11")
final class KeySettingsIT {

    private @Nullable EmbeddedServer started;

    @AfterEach
    void stop() {
        site().close();
    }

    private void start(Map<String, String> settings) {
        started = EmbeddedServer.start(
                settings, KeyedPages.class, KeyedPages.Tracking.class, Runs.class, SettableClock.class);
    }

    @Test
    void sortedParametersMakeOnePage() {
        start(Map.of("cachette.site.sort-query", "true"));

        assertThat(get("query?b=2&a=1&c=3")).isEqualTo(get("query?a=1&c=3&b=2"));
        assertThat(get("query?a=1&a=2")).isNotEqualTo(get("query?a=2&a=1"));
    }

    @ParameterizedTest
    @CsvSource({
        "a=1, a=1&utm_source=x, true",
        "a=1, utm_source=x&utm_medium=y&a=1, true",
        "a=1, a=1&utm%5Fsource=x, true",
        "a=1, a=1&gclid=1&gclid=2, true",
        "a=1, a=1&GCLID=1, false",
        "a=1, a=1&gclidx=1, false",
        "a=1, a=1&gclid=1;b=2, false",
        "a=1, a=1;utm_source=x, false",
        "a=1, a=1&utm_source=x;a=2, false",
        "a=1, a%5B%5D=1, false",
        "a=1, a=1&a%5B%5D=2, false",
        "a=1, a=1&a=2, false",
        "a=1, A=1, false",
        "a=1, a=1&%00gclid=2, false"
    })
    void ignoredParametersMakeNoOtherPage(String one, String other, boolean same) {
        start(Map.of("cachette.site.ignore-query", "utm_*, gclid"));

        assertThat(get("query?" + one).equals(get("query?" + other))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "page=1, page=1&x=2, true",
        "page=1, x=2&page=1&y, true",
        "x=1, y=2, true",
        "page=1, page=1&page=2, false",
        "page=1&page=2, page=2&page=1, false",
        "page=1, page=1&x=1;page=2, false",
        "page=1, page%5B%5D=1, false",
        "page=1, p%61ge=2, false",
        "page=1, PAGE=1, false"
    })
    void onlyTheNamedParametersCount(String one, String other, boolean same) {
        start(Map.of("cachette.site.only-query", "page"));

        assertThat(get("query?" + one).equals(get("query?" + other))).isEqualTo(same);
    }

    @Test
    void aRuleSaysOtherwiseForItsPages() {
        start(Map.of(
                "cachette.site.ignore-query",
                "utm_*",
                "cachette.pages.\"" + KeyedPages.class.getName() + "/byRule\".only-query",
                "id"));

        assertThat(get("by-rule?id=1&x=1&utm_a=1")).isEqualTo(get("by-rule?id=1"));
        assertThat(get("query?id=1&x=1&utm_a=1")).isNotEqualTo(get("query?id=1"));
        assertThat(get("query?id=1&utm_a=1")).isEqualTo(get("query?id=1"));
    }

    @Test
    @Tag("R9111-80")
    void whatChangesAPageDropsItByAnyOfItsSpellings() {
        start(Map.of("cachette.site.ignore-query", "utm_*", "cachette.site.sort-query", "true"));
        String first = get("query?a=1&b=2");
        site().post("/keyed/query?b=2&utm_source=mail&a=1", "");

        assertThat(get("query?a=1&b=2")).isNotEqualTo(first);
    }

    @Test
    void pagesOfASiteVaryOnItsCookies() {
        start(Map.of("cachette.site.vary-cookies", "member, theme"));
        String alice = get("query", "Cookie: member=alice; _ga=1");

        assertThat(get("query", "Cookie: _gid=2; member=alice")).isEqualTo(alice);
        assertThat(get("query", "Cookie: member=bob; _ga=1")).isNotEqualTo(alice);
        assertThat(get("query", "Cookie: member=alice; theme=dark")).isNotEqualTo(alice);
        assertThat(get("query")).isNotEqualTo(alice);
        assertThat(site().get("/keyed/query").header("Vary")).contains("Cookie");
    }

    @ParameterizedTest
    @CsvSource({"any", "own-header", "declared", "headers", "written"})
    void theSitesCookiesStandForTheWholeField(String page) {
        start(Map.of("cachette.site.vary-cookies", "member"));
        String alice = get(page, "Cookie: member=alice; _ga=1");

        assertThat(get(page, "Cookie: member=alice; _ga=2")).isEqualTo(alice);
        assertThat(get(page, "Cookie: member=bob; _ga=1")).isNotEqualTo(alice);
    }

    @Test
    void theSitesCookiesCountBesideThoseThatAPageNames() {
        start(Map.of("cachette.site.vary-cookies", "theme"));
        String one = get("member", "Cookie: member=alice; theme=dark");

        assertThat(get("member", "Cookie: member=alice; theme=dark; x=1")).isEqualTo(one);
        assertThat(get("member", "Cookie: member=bob; theme=dark")).isNotEqualTo(one);
        assertThat(get("member", "Cookie: member=alice; theme=light")).isNotEqualTo(one);
    }

    private EmbeddedServer site() {
        return Objects.requireNonNull(started);
    }

    private String get(String page, String... headers) {
        return site().get("/keyed/" + page, headers).text();
    }
}

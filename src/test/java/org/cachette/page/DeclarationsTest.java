package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cachette.http.CacheDirectives;
import org.cachette.http.HttpDates;
import org.cachette.http.TargetedField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What code says about its response becomes headers. */
final class DeclarationsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final CacheDirectives PUBLIC =
            CacheDirectives.builder().isPublic().maxAge(Duration.ofSeconds(60)).build();

    private final Declarations declarations = new Declarations();

    @Test
    void withoutADeclarationTheHeadersStayTheSameObject() {
        Map<String, List<String>> headers = GivenPages.fields("Vary: Cookie");

        assertThat(declarations.patch(200, headers, NOW)).isSameAs(headers);
    }

    @Test
    @Tag("DJ-VARY-01")
    void namesAreAddedBehindThoseThatTheResponseHas() {
        declarations.varyOn("X-A", "X-B");
        declarations.varyOnCookie("member");

        assertThat(patched(200, "Vary: Accept").get("Vary")).containsExactly("Accept, X-A, X-B, Cookie");
    }

    @Test
    void varyingOnNamedCookiesTellsOthersTheWholeField() {
        declarations.varyOnCookie("member", "theme");

        assertThat(patched(200).get("Vary")).containsExactly("Cookie");
    }

    @Test
    void namedCookiesStandForTheFieldUnlessSomethingElseSaysCookie() {
        Map<String, List<String>> silent = GivenPages.fields("Vary: Accept");
        declarations.varyOnCookie("member", "theme");

        assertThat(declarations.cookies(silent)).containsExactlyInAnyOrder("member", "theme");
        assertThat(declarations.cookies(GivenPages.fields("Vary: Accept, cookie")))
                .isEmpty();
        assertThat(declarations.patchAllButCookies(200, silent, NOW)).isEqualTo(silent);
        declarations.varyOnCookie();
        assertThat(declarations.cookies(silent)).isEmpty();
    }

    @Test
    void whatAPieceSaysOfCookiesIsSaidOfThePage() {
        Declarations piece = new Declarations();
        piece.varyOnCookie("member");
        Declarations whole = new Declarations();
        whole.varyOnCookie();

        declarations.include(piece.asPart());
        assertThat(declarations.cookies(Map.of())).containsExactly("member");
        assertThat(patched(200).get("Vary")).containsExactly("Cookie");
        declarations.include(whole.asPart());
        assertThat(declarations.cookies(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "X A", "X:A", "X-A\r\nSet-Cookie", "ä", "X,Y"})
    void whatIsNoFieldNameIsRefused(String name) {
        assertThatThrownBy(() -> declarations.varyOn(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\" is no name of a header field or cookie");
        assertThatThrownBy(() -> declarations.varyOnCookie(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("DJ-CC-05")
    void directivesAreMergedInTheOrderInWhichTheyWereSaid() {
        declarations.cacheControl(PUBLIC);
        declarations.cacheControl(
                CacheDirectives.builder().maxAge(Duration.ofSeconds(30)).build());
        declarations.cacheControl(CacheDirectives.builder().isPrivate().build());

        assertThat(patched(200).get("Cache-Control")).containsExactly("max-age=30, private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "no-store", "PRIVATE, max-age=5", "private=\"Set-Cookie\""})
    void aRestrictionOfTheResponseItselfIsNotLifted(String own) {
        declarations.cacheControl(PUBLIC);

        assertThat(CacheDirectives.parse(
                        patched(200, "Cache-Control: " + own).getOrDefault("Cache-Control", List.of())))
                .matches(directives -> directives.isPrivate() || directives.noStore());
    }

    @Test
    void aRestrictionIsFoundUnderAnySpellingOfTheFieldName() {
        declarations.cacheControl(PUBLIC);
        Map<String, List<String>> patched = declarations.patch(200, Map.of("cache-CONTROL", List.of("private")), NOW);

        assertThat(patched.get("Cache-Control")).containsExactly("max-age=60, private");
    }

    @Test
    void anErrorIsOnlyRestricted() {
        declarations.cacheControl(PUBLIC);
        declarations.cacheControl(CacheDirectives.builder().noStore().build());

        assertThat(patched(500).get("Cache-Control")).containsExactly("no-store");
    }

    @Test
    @Tag("DJ-CC-18")
    void neverCacheComesLast() {
        declarations.neverCache();
        declarations.cacheControl(PUBLIC);

        assertThat(patched(200).get("Cache-Control"))
                .containsExactly("max-age=0, no-cache, no-store, must-revalidate, private");
        assertThat(patched(200).get("Expires")).containsExactly(HttpDates.format(NOW));
    }

    @Test
    void neverCacheHoldsForErrorsToo() {
        declarations.neverCache();

        assertThat(patched(503).get("Cache-Control")).first().asString().contains("no-store");
    }

    @Test
    void dontStoreLeavesTheHeadersAsTheyAre() {
        declarations.dontStore();

        assertThat(patched(200, "X-A: 1")).isEqualTo(GivenPages.fields("X-A: 1"));
        assertThat(declarations.forbidStoring()).isTrue();
    }

    @Test
    void patchingTwiceChangesNothingMore() {
        declarations.varyOn("X-A");
        declarations.cacheControl(PUBLIC);
        Map<String, List<String>> once = patched(200, "Cache-Control: no-transform");

        assertThat(declarations.patch(200, once, NOW)).isEqualTo(once);
    }

    private Map<String, List<String>> patched(int status, String... headers) {
        return declarations.patch(status, GivenPages.fields(headers), NOW);
    }

    @Test
    @Tag("R9213-12")
    void someCachesAreToldSomethingElse() {
        declarations.cacheControl(
                CacheDirectives.builder().noStore().build(),
                List.of(TargetedField.parse("CDN-Cache-Control: max-age=600")));

        assertThat(patched(200, "CDN-Cache-Control: max-age=900"))
                .isEqualTo(GivenPages.fields("Cache-Control: no-store", "CDN-Cache-Control: max-age=600"));
    }

    @Test
    @Tag("R9213-12")
    void whatOthersRestrictIsRestrictedThereToo() {
        TargetedField field = TargetedField.parse("CDN-Cache-Control: max-age=600, stale-if-error=60");
        declarations.cacheControl(PUBLIC, List.of(field));
        assertThat(patched(200, "Cache-Control: private").get("CDN-Cache-Control"))
                .containsExactly("max-age=600, stale-if-error=60, private");
        assertThat(patched(503).get("CDN-Cache-Control")).isNull();

        declarations.cacheControl(CacheDirectives.builder().isPrivate().build());
        assertThat(patched(200).get("CDN-Cache-Control")).containsExactly("max-age=600, stale-if-error=60, private");
        declarations.neverCache();
        assertThat(patched(200)).doesNotContainKey("CDN-Cache-Control");
    }

    @Test
    @Tag("R9875-8")
    void aPieceInAGroupKeepsItsPageFromBeingStored() {
        declarations.inGroups("news");

        assertThat(declarations.asPart().dontStore()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "naïve", "a\r\nSet-Cookie: x"})
    @Tag("R9875-8")
    void aNameThatCannotBeWrittenIsNoGroup(String name) {
        assertThatThrownBy(() -> declarations.inGroups(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("R8246-4")
    void aPageIsImmutableOnlyIfAllItsPiecesAre() {
        CacheDirectives immutable = CacheDirectives.builder()
                .immutable()
                .maxAge(Duration.ofHours(1))
                .build();
        Declarations piece = new Declarations();
        piece.cacheControl(immutable);
        declarations.cacheControl(immutable);
        declarations.include(piece.asPart());
        assertThat(patched(200).get("Cache-Control")).containsExactly("immutable, max-age=3600");

        declarations.include(new Declarations().asPart());
        assertThat(patched(200).get("Cache-Control")).containsExactly("max-age=3600");
        assertThat(declarations.asPart().directives().immutable()).isFalse();
        assertThat(patched(200, "Cache-Control: immutable").get("Cache-Control"))
                .containsExactly("immutable, max-age=3600");
    }
}

package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.headers;
import static org.cachette.http.Given.stored;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EffectiveControlTest {

    private static final List<String> TARGETS = List.of("Cachette-Cache-Control", "CDN-Cache-Control");

    private static EffectiveControl control(String... lines) {
        return EffectiveControl.of(headers(lines), TARGETS);
    }

    private static CacheDirectives targeted(String value) {
        return control("CDN-Cache-Control: " + value).directives();
    }

    @Test
    @Tag("R9213-3")
    void theFirstTargetOnTheListDecidesAlone() {
        EffectiveControl control = control(
                "Cache-Control: no-store", "CDN-Cache-Control: max-age=5", "Cachette-Cache-Control: max-age=600");

        assertThat(control.field()).isEqualTo("Cachette-Cache-Control");
        assertThat(control.isTargeted()).isTrue();
        assertThat(control.directives()).hasToString("max-age=600");
    }

    @Test
    @Tag("R9213-4")
    @Tag("R9213-2")
    void withoutATargetCacheControlRules() {
        assertThat(control("Cache-Control: max-age=5"))
                .isEqualTo(EffectiveControl.of(
                        headers("Cache-Control: max-age=5", "CDN-Cache-Control: no-store"), List.of()));
        assertThat(control().isTargeted()).isFalse();
    }

    @ParameterizedTest
    @Tag("R9213-1")
    @ValueSource(strings = {"", "max-age=1, &&&&", "max-age =1", "max-age= 1", "MaX-aGe=1", "max-age=1,", "no-store;"})
    void aMalformedOrEmptyTargetDoesNotCount(String value) {
        assertThat(control("CDN-Cache-Control: " + value, "Cache-Control: max-age=7")
                        .directives()
                        .maxAge())
                .hasValue(Duration.ofSeconds(7));
    }

    @Test
    @Tag("R9213-6")
    void itsDirectivesMeanTheSame() {
        CacheDirectives all =
                targeted("max-age=1, s-maxage=2, no-store, no-cache, private, must-revalidate, stale-if-error=3");

        assertThat(all)
                .hasToString("max-age=1, s-maxage=2, no-store, no-cache, private, must-revalidate, stale-if-error=3");
    }

    @Test
    @Tag("R9213-7")
    void fieldsAreAString() {
        assertThat(targeted("no-cache=\"A, B\"").noCacheFields()).containsExactly("A", "B");
    }

    @ParameterizedTest
    @Tag("R9213-7")
    @ValueSource(strings = {"max-age=1.5", "max-age=\"60\"", "max-age=-1", "max-age", "max-age=x", "max-age=(1)"})
    void aLifetimeOfAnotherTypeIsUnreadable(String value) {
        CacheDirectives directives = targeted(value);

        assertThat(directives.maxAge()).isEmpty();
        assertThat(directives.hasUnreadableFreshness()).isTrue();
    }

    @ParameterizedTest
    @Tag("R9213-7")
    @ValueSource(strings = {"no-store=1", "no-store=\"no\"", "no-store=(a)"})
    void whatForbidsAlsoForbidsWithAnotherType(String value) {
        assertThat(targeted(value).noStore()).isTrue();
    }

    @Test
    @Tag("R9213-7")
    void fieldsOfAnotherTypeAreTheWhole() {
        assertThat(control("CDN-Cache-Control: private=(\"A\")").isWhollyPrivate())
                .isTrue();
        assertThat(control("CDN-Cache-Control: no-cache=A").mustBeValidated()).isTrue();
    }

    @Test
    @Tag("R9213-7")
    void whatAllowsDoesNotAllowWithAnotherType() {
        assertThat(targeted("public=1, immutable=a").isPublic()).isFalse();
        assertThat(targeted("public=1, immutable=a").immutable()).isFalse();
    }

    @Test
    void falseMeansAbsent() {
        assertThat(targeted("no-store=?0, max-age=1")).hasToString("max-age=1");
    }

    @Test
    @Tag("R9213-9")
    void unknownMembersAndParametersAreKeptOrIgnored() {
        CacheDirectives directives = targeted("foo, bar=\"x\", max-age=9;baz");

        assertThat(directives.extension("bar")).hasValue("x");
        assertThat(directives.maxAge()).hasValue(Duration.ofSeconds(9));
    }

    @Test
    @Tag("R9111-45")
    void hugeLifetimesAreCut() {
        assertThat(targeted("max-age=99999999999").maxAge()).hasValue(Directive.LONGEST);
    }

    @Test
    void aStoredResponseIsRuledAsItsFieldsAre() {
        StoredResponse response = stored(Given.NOW, Given.NOW, "Cache-Control: no-cache", "CDN-Cache-Control: private");

        assertThat(EffectiveControl.of(response, List.of()).mustBeValidated()).isTrue();
        assertThat(EffectiveControl.of(response, TARGETS).isWhollyPrivate()).isTrue();
    }

    @Test
    @Tag("R9111-6")
    @Tag("R9111-97")
    void qualifiedFormsAreNotAboutTheWhole() {
        EffectiveControl control = control("Cache-Control: private=\"A\", no-cache=\"B\"");

        assertThat(control.isWhollyPrivate()).isFalse();
        assertThat(control.mustBeValidated()).isFalse();
    }

    @ParameterizedTest
    @Tag("R9111-6")
    @Tag("R9111-43")
    @ValueSource(strings = {"\"X-Own", "\"X-Own; X-B\"", "\"X-Own X-B\"", "X Own", "\"X-Own\"x"})
    void aListThatIsNoneIsAboutTheWholeResponse(String list) {
        assertThat(control("Cache-Control: max-age=60, private=" + list).isWhollyPrivate())
                .isTrue();
        assertThat(control("Cache-Control: max-age=60, no-cache=" + list).mustBeValidated())
                .isTrue();
    }

    @Test
    void aStoredResponseIsRuledByTheTargetsOfWhoAsks() {
        StoredResponse entry = stored(NOW, NOW, "Cache-Control: max-age=5", "CDN-Cache-Control: no-store");

        for (int round = 0; round < 2; round++) {
            assertThat(EffectiveControl.of(entry, TARGETS).field()).isEqualTo("CDN-Cache-Control");
            assertThat(EffectiveControl.of(entry, List.of()).field()).isEqualTo("Cache-Control");
        }
    }
}

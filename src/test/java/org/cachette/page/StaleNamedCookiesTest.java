package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.cachette.config.ReuseSettings;
import org.cachette.http.Heuristic;
import org.cachette.http.RequestHead;
import org.cachette.http.ReuseRules;
import org.cachette.http.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stale pages that vary on some cookies only: who gets whose, once they are found right or made anew. */
final class StaleNamedCookiesTest {

    private static final Visitor IN_SESSION = new Visitor(null, false, Visitor.Session.FROM_COOKIE);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Consumer<Declarations> WHOLE = Declarations::varyOnCookie;

    private final GivenPages given = new GivenPages();
    private PageCache pages = pages(ReuseRules.PLAIN);
    private PageStore store = new PageStore(pages, given.clock, false, 1000, true);
    private Visitor visitor = Visitor.UNKNOWN;

    private PageCache pages(ReuseRules rules) {
        return new PageCache(given.caches, given.clock, Duration.ZERO, new ReuseSettings(rules, Heuristic.OFF, HOUR));
    }

    private void withStale() {
        pages = pages(ReuseRules.PLAIN.withStale(HOUR, Duration.ZERO));
        store = new PageStore(pages, given.clock, false, 1000, true);
    }

    @Test
    @Tag("R9111-65")
    void aPageThatWasFoundRightIsForAllWithTheSameCookie() {
        answer("theme=dark; id=1", StaleNamedCookiesTest::theme);
        assertThat(foundRight("theme=dark; id=1", StaleNamedCookiesTest::theme)).isEqualTo("page of theme=dark; id=1");

        assertThat(hit("theme=dark; id=2")).isTrue();
        assertThat(hit("theme=light; id=1")).isFalse();
        assertThat(hit("id=1")).isFalse();
    }

    @Test
    void soItIsWhereTheMethodLooksAtTheConditionsBeforeItSaysOnWhatItVaries() {
        answer("theme=dark; id=1", StaleNamedCookiesTest::theme);
        foundRight("theme=dark; id=1", StaleNamedCookiesTest::nothing);

        assertThat(hit("theme=dark; id=2")).isTrue();
        assertThat(hit("theme=light; id=1")).isFalse();
    }

    @Test
    void furtherCookiesThatAreNamedKeepItApartToo() {
        answer("theme=dark; id=1", StaleNamedCookiesTest::theme);
        foundRight("theme=dark; id=1", said -> said.varyOnCookie("id"));

        assertThat(hit("theme=dark; id=1; x=1")).isTrue();
        assertThat(hit("theme=dark; id=2")).isFalse();
        assertThat(hit("theme=light; id=1")).isFalse();
    }

    @Test
    void aPageOfTheWholeFieldDoesNotBecomeOneOfACookie() {
        answer("theme=dark; id=1", WHOLE);
        foundRight("theme=dark; id=1", said -> {
            said.varyOnCookie("theme");
            // What was known of the names is lost meanwhile.
            given.cache().clear();
        });

        assertThat(hit("theme=dark; id=1")).isTrue();
        assertThat(hit("theme=dark; id=2")).isFalse();
    }

    @Test
    void aPageOfACookieBecomesOneOfTheWholeFieldOnceThatIsSaid() {
        answer("theme=dark; id=1", StaleNamedCookiesTest::theme);
        foundRight("theme=dark; id=1", WHOLE);

        assertThat(hit("theme=dark; id=1")).isTrue();
        assertThat(hit("theme=dark; id=2")).isFalse();
    }

    @Test
    void soItDoesWhereTheAnswerSaysSoItself() {
        answer("theme=dark; id=1", StaleNamedCookiesTest::theme);
        foundRight("theme=dark; id=1", StaleNamedCookiesTest::theme, "Vary: Cookie");

        assertThat(hit("theme=dark; id=2")).isFalse();
    }

    @Test
    void aPageThatIsNotPublicAnyMoreIsNotTheOneOfASession() {
        visitor = IN_SESSION;
        answer("theme=dark; JSESSIONID=1", StaleNamedCookiesTest::theme, "Cache-Control: public");
        foundRight("theme=dark; JSESSIONID=1", StaleNamedCookiesTest::nothing, "Cache-Control: max-age=60");

        visitor = Visitor.UNKNOWN;
        assertThat(hit("theme=dark")).isFalse();
    }

    @Test
    @Tag("R5861-2")
    void aPageIsMadeAnewWithTheCookieOnWhichItDependsAndNoOther() {
        withStale();
        answer("id=1; theme=dark; member=ada", StaleNamedCookiesTest::theme);
        pass();
        Exchange stale = exchange("member=bob; theme=dark; id=2");

        assertThat(pages.lookup(stale, POLICY)).isInstanceOf(PageLookup.Hit.class);
        RequestHead refresh = Objects.requireNonNull(stale.refreshRequest());
        assertThat(refresh.lines("Cookie")).containsExactly("theme=dark");
        assertThat(refresh.headers()).doesNotContainKey("Authorization");
    }

    @Test
    void aPageOfNoSuchCookieIsMadeAnewWithNone() {
        withStale();
        answer("id=1", StaleNamedCookiesTest::theme);
        pass();
        Exchange stale = exchange("id=2");

        assertThat(pages.lookup(stale, POLICY)).isInstanceOf(PageLookup.Hit.class);
        assertThat(Objects.requireNonNull(stale.refreshRequest()).lines("Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=\"dark; id=1\"", "theme=dark;id=1", "theme=\"a\\\"; id=1"})
    void whereServersMayReadTheFieldDifferentlyTheClientWaits(String cookies) {
        withStale();
        answer(cookies, StaleNamedCookiesTest::theme);
        pass();

        assertThat(hit(cookies)).isFalse();
    }

    @Test
    void whoHasASessionWaits() {
        withStale();
        answer("theme=dark", StaleNamedCookiesTest::theme, "Cache-Control: public");
        pass();
        visitor = IN_SESSION;

        assertThat(hit("theme=dark; JSESSIONID=1")).isFalse();
    }

    private static void nothing(Declarations said) {}

    private static void theme(Declarations said) {
        said.varyOnCookie("theme");
    }

    private boolean hit(String cookies) {
        return pages.lookup(exchange(cookies), POLICY) instanceof PageLookup.Hit;
    }

    private void answer(String cookies, Consumer<Declarations> saying, String... more) {
        Exchange exchange = exchange(cookies);
        assertThat(pages.lookup(exchange, POLICY)).isInstanceOf(PageLookup.Miss.class);
        exchange.declare(saying);
        Map<String, List<String>> headers = fields(more);
        headers.put("ETag", List.of("\"v1\""));
        exchange.methodGave(headers);
        Map<String, List<String>> held = store.hold(exchange, 200, headers);
        store.complete(exchange, 200, held, held, bytes("page of " + cookies));
    }

    /** After its time the method answers 304; gives the text that the client gets. */
    private String foundRight(String cookies, Consumer<Declarations> saying, String... more) {
        pass();
        Exchange exchange = exchange(cookies);
        assertThat(pages.lookup(exchange, POLICY)).isInstanceOf(PageLookup.Miss.class);
        exchange.declare(saying);
        Map<String, List<String>> headers = fields(more);
        headers.put("ETag", List.of("\"v1\""));
        exchange.methodGave(headers);
        Map<String, List<String>> declared = store.declare(exchange, 304, headers);
        Replacement instead =
                Objects.requireNonNull(store.replacement(exchange, 304, declared, store.hold(exchange, 304, headers)));
        return new String(instead.response().body(), StandardCharsets.UTF_8);
    }

    private Exchange exchange(String cookies) {
        Visitor who = visitor;
        Exchange exchange = new Exchange("GET");
        RequestHead request =
                new RequestHead("GET", URI.create("http://example.com/"), fields("Cookie: " + cookies, "X-Other: 1"));
        exchange.matched(request, null, null, () -> who);
        exchange.servedBy(new Capabilities(true, failure -> false));
        return exchange;
    }

    private void pass() {
        given.clock.pass(Duration.ofSeconds(61));
    }
}

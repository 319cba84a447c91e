package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cachette.config.ReuseSettings;
import org.cachette.http.Heuristic;
import org.cachette.http.QueryContent;
import org.cachette.http.RequestHead;
import org.cachette.http.ReuseRules;
import org.cachette.http.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a stale entry when the method has answered. */
final class RevalidationTest {

    private static final Capabilities REFRESHING = new Capabilities(true, failure -> false);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final PagePolicy BY_RESPONSE = new PagePolicy(Optional.empty(), "default", "", List.of(), List.of());

    private final GivenPages given = new GivenPages();
    private PagePolicy policy = POLICY;
    private PageCache pages = pages(ReuseRules.PLAIN);
    private PageStore store = new PageStore(pages, given.clock, false, 1000, true);

    private PageCache pages(ReuseRules rules) {
        return new PageCache(
                given.caches, given.clock, Duration.ofMinutes(1), new ReuseSettings(rules, Heuristic.OFF, HOUR));
    }

    private void use(ReuseRules rules) {
        pages = pages(rules);
        store = new PageStore(pages, given.clock, false, 1000, true);
    }

    @Test
    @Tag("R9111-60")
    @Tag("R9111-61")
    void theMethodSeesTheValidatorsThatItGaveAndNotThoseOfTheClient() {
        answer(live("/"), "ETag: \"v1\"", "Last-Modified: Sat, 01 Feb 2025 00:00:00 GMT");
        pass(60);
        RequestHead request =
                live("/", "If-None-Match: \"client\"", "If-Match: \"x\"", "Range: bytes=0-1", "Accept: text/plain");
        missed(request);

        assertThat(request.headers())
                .isEqualTo(fields(
                        "If-None-Match: \"v1\"",
                        "If-Modified-Since: Sat, 01 Feb 2025 00:00:00 GMT",
                        "Accept: text/plain"));
    }

    @Test
    void validatorsThatWereAddedForClientsAreNotShownToTheMethod() {
        answer(live("/a"), "Last-Modified: Sat, 01 Feb 2025 00:00:00 GMT");
        answer(live("/b"), "ETag: \"v1\"");
        answer(live("/c"));
        pass(60);

        assertThat(seen("/a")).isEqualTo(fields("If-Modified-Since: Sat, 01 Feb 2025 00:00:00 GMT"));
        assertThat(seen("/b")).isEqualTo(fields("If-None-Match: \"v1\""));
        assertThat(seen("/c")).isEmpty();
    }

    @Test
    void aHeadIsNotMadeAConditionalOne() {
        answer(live("/"), "ETag: \"v1\"");
        pass(60);
        RequestHead head = new RequestHead("HEAD", URI.create("http://example.com/"), fields());
        missed(head);

        assertThat(head.headers()).isEmpty();
    }

    @Test
    @Tag("R9111-93")
    void whoWantsNothingStoredDoesNotTouchTheEntry() {
        answer(live("/"), "ETag: \"v1\"");
        pass(60);
        RequestHead request = live("/", "Cache-Control: no-store");
        Exchange exchange = missed(request);

        assertThat(request.headers()).doesNotContainKey("If-None-Match");
        assertThat(store.replacement(exchange, 304, fields(), fields())).isNull();
        assertThat(seen("/")).isEqualTo(fields("If-None-Match: \"v1\""));
    }

    @Test
    @Tag("RQRY-2")
    void aQueryIsNotMadeAConditionalOne() {
        answer(query(), "ETag: \"v1\"");
        pass(60);
        Exchange later = missed(query("If-None-Match: \"v2\""));
        later.methodGave(fields());

        assertThat(later.isValidating()).isFalse();
        assertThat(Objects.requireNonNull(later.request()).lines("If-None-Match"))
                .containsExactly("\"v2\"");
        assertThat(store.replacement(later, 304, fields(), fields())).isNull();
        later.abandon();
        assertThat(lookup(query())).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    @Tag("R9111-70")
    void aNotModifiedOfOurOwnTagLeavesTheContentRight() {
        answer(live("/"), "ETag: \"v1\"");
        pass(60);
        Replacement validated = answered(missed(live("/")), 304, "ETag: \"v1\"");

        assertThat(validated.response().body()).isEqualTo(bytes("page"));
        assertThat(lookup(live("/"))).isInstanceOf(PageLookup.Hit.class);
    }

    @Test
    void aTagThatWasMadeWeakByACodingIsTheSameTagBeforeIt() {
        Exchange first = missed(live("/"));
        first.methodGave(fields("ETag: \"v1\""));
        store.complete(first, 200, fields("ETag: \"v1\"", "Content-Encoding: gzip"), fields(), bytes("page"));
        pass(60);
        Replacement validated = answered(missed(live("/")), 304, "ETag: \"v1\"");

        assertThat(validated.response().lines("ETag")).containsExactly("W/\"v1\"");
        assertThat(lookup(live("/"))).isInstanceOf(PageLookup.Hit.class);
    }

    @Test
    @Tag("R9111-71")
    void aNotModifiedWithoutValidatorsThatMayBeTheClientsOwnIsPassedOnAndProvesNothing() {
        answer(live("/"), "Last-Modified: Sat, 01 Feb 2025 00:00:00 GMT");
        pass(60);
        Exchange later = missed(live("/", "If-Modified-Since: Fri, 01 Jan 2027 00:00:00 GMT"));

        assertThat(store.replacement(later, 304, fields(), fields())).isNull();
        later.abandon();
        assertThat(lookup(live("/"))).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void whoWaitsForAValidationGetsTheFreshenedPage() throws Exception {
        answer(live("/"), "ETag: \"v1\"");
        pass(60);
        Exchange leader = missed(live("/"));
        Callable<PageLookup> lookup = () -> pages.lookup(exchange(live("/")), POLICY);
        Waiters<PageLookup> waiters = Waiters.waiting(20, lookup);

        answered(leader, 304, "ETag: \"v1\"");

        assertThat(waiters.results()).hasSize(20).allMatch(PageLookup.Hit.class::isInstance);
    }

    @Test
    void onlyWhoKnowsNobodyAndCanBeRefreshedGetsAStalePage() {
        use(ReuseRules.PLAIN.withStale(HOUR, Duration.ZERO));
        answer(live("/"));
        pass(61);
        Exchange without = exchange(live("/"));
        Exchange offered = exchange(live("/", "Cookie: a=b", "Host: example.com"));
        offered.servedBy(REFRESHING);
        Exchange known = exchange(live("/", "Authorization: Bearer x"));
        known.servedBy(REFRESHING);

        assertThat(pages.lookup(offered, POLICY)).isInstanceOf(PageLookup.Hit.class);
        assertThat(pages.lookup(known, POLICY)).isInstanceOf(PageLookup.Miss.class);
        assertThat(pages.lookup(without, POLICY)).isInstanceOf(PageLookup.Miss.class);
        assertThat(Objects.requireNonNull(offered.refreshRequest()).headers()).isEqualTo(fields("Host: example.com"));
        assertThat(without.refreshRequest()).isNull();
    }

    @Test
    @Tag("R9111-6")
    @Tag("R9111-97")
    void aFieldThatIsPrivateFromNowOnGoesOutOfTheEntry() {
        policy = BY_RESPONSE;
        answer(live("/"), "ETag: \"v1\"", "Cache-Control: max-age=60", "X-Own: alice");
        pass(60);
        Replacement newer = answered(
                missed(live("/")), 304, "ETag: \"v1\"", "Cache-Control: max-age=60, private=\"X-Own\"", "X-Own: bob");

        assertThat(newer.response().lines("X-Own")).isEmpty();
        assertThat(lookup(live("/"))).isInstanceOfSatisfying(PageLookup.Hit.class, hit -> assertThat(
                        hit.stored().lines("X-Own"))
                .isEmpty());
    }

    @Test
    @Tag("R5861-2")
    void aPageIsMadeAnewWithAllThatKeepsItApartFromOthersOfItsUrl() {
        use(ReuseRules.PLAIN.withStale(HOUR, Duration.ZERO));
        String[] german = {"Accept-Language: de", "X-Theme: dark", "X-Other: 1"};
        answer(live("/", "X-Theme: light"), "Vary: X-Theme");
        answer(live("/", german), "Vary: Accept-Language");
        pass(61);
        Exchange stale = exchange(live("/", german));
        stale.servedBy(REFRESHING);

        assertThat(pages.lookup(stale, POLICY)).isInstanceOf(PageLookup.Hit.class);
        assertThat(Objects.requireNonNull(stale.refreshRequest()).headers())
                .isEqualTo(fields("Accept-Language: de", "X-Theme: dark"));
    }

    @Test
    @Tag("R5861-5")
    void aStalePageOfWhomTheVisitorHasBecomeDoesNotStandIn() {
        use(ReuseRules.PLAIN.withStale(Duration.ZERO, HOUR));
        answer(live("/"));
        pass(61);
        Exchange exchange = new Exchange("GET");
        Visitor[] who = {Visitor.UNKNOWN};
        exchange.matched(live("/"), null, null, () -> who[0]);
        pages.lookup(exchange, POLICY);
        who[0] = GivenPages.ALICE;

        assertThat(store.replacement(exchange, 503, fields(), fields())).isNull();
        who[0] = Visitor.UNKNOWN;
        assertThat(store.replacement(exchange, 503, fields(), fields())).isNotNull();
    }

    private Map<String, List<String>> seen(String path) {
        RequestHead request = live(path);
        missed(request);
        return request.headers();
    }

    /** A request whose headers can be changed, as those of a server can. */
    private static RequestHead live(String path, String... headers) {
        return new RequestHead("GET", URI.create("http://example.com" + path), fields(headers));
    }

    private static RequestHead query(String... headers) {
        RequestHead query = new RequestHead("QUERY", URI.create("http://example.com/"), fields(headers));
        query.headers().put("Content-Type", List.of("text/plain"));
        return QueryContent.of(query, bytes("q"), 10).inPlaceOf(query);
    }

    private static Exchange exchange(RequestHead request) {
        Exchange exchange = new Exchange(request.method());
        exchange.matched(request, null, null, () -> Visitor.UNKNOWN);
        return exchange;
    }

    private PageLookup lookup(RequestHead request) {
        return pages.lookup(exchange(request), policy);
    }

    private Exchange missed(RequestHead request) {
        Exchange exchange = exchange(request);
        assertThat(pages.lookup(exchange, policy)).isInstanceOf(PageLookup.Miss.class);
        return exchange;
    }

    private void answer(RequestHead request, String... headers) {
        Exchange exchange = missed(request);
        exchange.methodGave(fields(headers));
        store.complete(exchange, 200, fields(headers), fields(headers), bytes("page"));
    }

    private Replacement answered(Exchange exchange, int status, String... headers) {
        exchange.methodGave(fields(headers));
        return Objects.requireNonNull(store.replacement(exchange, status, fields(headers), fields(headers)));
    }

    private void pass(int seconds) {
        given.clock.pass(Duration.ofSeconds(seconds));
    }
}

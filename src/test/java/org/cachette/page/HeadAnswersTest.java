package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;
import static org.cachette.page.GivenPages.get;
import static org.cachette.page.GivenPages.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cachette.config.ReuseSettings;
import org.cachette.http.Heuristic;
import org.cachette.http.RequestHead;
import org.cachette.http.ReuseRules;
import org.cachette.http.Storability.Outcome;
import org.cachette.http.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answer to a HEAD does to the entry of a GET. */
@Tag("R9111-73")
final class HeadAnswersTest {

    private static final PagePolicy BY_RESPONSE =
            new PagePolicy(Optional.empty(), "default", "", List.of(), List.of(), KeyPolicy.WHOLE);

    private static final Duration HOUR = Duration.ofHours(1);

    private final GivenPages given = new GivenPages();
    private final PageCache pages = new PageCache(
            given.caches,
            given.clock,
            Duration.ZERO,
            new ReuseSettings(
                    ReuseRules.PLAIN.withRequestDirectives(true).withStale(Duration.ZERO, HOUR), Heuristic.OFF, HOUR));
    private final PageStore store = new PageStore(pages, given.clock, false, 1000, false);
    private PagePolicy policy = POLICY;
    private Visitor visitor = Visitor.UNKNOWN;

    @ParameterizedTest
    @ValueSource(strings = {"ETag: \"v1\"", "Content-Length: 4"})
    void aHeadAboutTheSameContentMakesThePageFreshAgain(String line) {
        answer(get("/"), "page", "ETag: \"v1\"", "A: 1");
        pass(70);
        answer(head(), "", line, "A: 2");
        pass(59);

        assertThat(hit(get("/")).stored().body()).isEqualTo(bytes("page"));
        assertThat(hit(get("/")).stored().lines("A")).containsExactly("2");
        pass(1);
        assertThat(look(get("/"))).isInstanceOf(PageLookup.Miss.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETag: \"v2\"", "Content-Length: 5", "ETag: \"v1\";Content-Length: 5"})
    void aHeadAboutOtherContentMakesItStale(String lines) {
        answer(get("/"), "page", "ETag: \"v1\"");
        pass(10);
        answer(head("Cache-Control: no-cache"), "", lines.split(";"));

        assertThat(look(get("/"))).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void aPageWithoutValidatorsGoesByWhatTheMethodWouldSend() {
        answer(get("/same"), "page");
        answer(get("/other"), "page");
        pass(70);
        answer(request("HEAD", "/same"), "page");
        answer(request("HEAD", "/other"), "newer");

        assertThat(hit(get("/same")).stored().body()).isEqualTo(bytes("page"));
        assertThat(look(get("/other"))).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void aHeadThatSaysNothingOfTheContentFreshensOnlyWhereHeadersRule() {
        answer(get("/"), "page", "ETag: \"v1\"");
        pass(70);
        answer(head(), "", "A: 2");
        assertThat(look(get("/"))).isInstanceOf(PageLookup.Miss.class);

        policy = BY_RESPONSE;
        answer(get("/own"), "page", "Cache-Control: max-age=60");
        pass(70);
        answer(request("HEAD", "/own"), "", "A: 2");
        assertThat(hit(get("/own")).stored().lines("A")).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "private"})
    void aHeadThatForbidsToKeepThePageEndsItsFreshness(String directive) {
        answer(get("/"), "page", "ETag: \"v1\"");
        answer(head("Cache-Control: no-cache"), "", "ETag: \"v1\"", "Cache-Control: " + directive);

        assertThat(look(get("/"))).isInstanceOf(PageLookup.Miss.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 404, 500})
    void onlyASuccessCounts(int status) {
        answer(get("/"), "page", "ETag: \"v1\"");
        Exchange exchange = lookedUp(head("Cache-Control: no-cache"));
        complete(exchange, status, "", "ETag: \"v2\"");

        assertThat(hit(get("/")).stored().body()).isEqualTo(bytes("page"));
    }

    @Test
    @Tag("R9111-93")
    void aHeadThatWantsNothingStoredChangesNothing() {
        answer(get("/"), "page", "ETag: \"v1\"");
        answer(head("Cache-Control: no-store, no-cache"), "", "ETag: \"v2\"");
        assertThat(hit(get("/")).stored().body()).isEqualTo(bytes("page"));

        pass(70);
        answer(head("Cache-Control: no-store"), "", "ETag: \"v1\"");
        assertThat(look(get("/"))).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    @Tag("S1")
    void whatAKnownVisitorGetsSaysNothingOfThePageOfAll() {
        answer(get("/"), "page", "ETag: \"v1\"");
        visitor = GivenPages.ALICE;
        answer(head("Cache-Control: no-cache"), "", "ETag: \"of alice\"");
        visitor = Visitor.UNKNOWN;
        assertThat(hit(get("/")).stored().body()).isEqualTo(bytes("page"));

        pass(70);
        visitor = GivenPages.ALICE;
        answer(head(), "", "ETag: \"v1\"", "A: for alice");
        visitor = Visitor.UNKNOWN;
        assertThat(look(get("/"))).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    @Tag("R9111-21")
    void theEntryOfAHeadNeverBecomesThatOfAGet() {
        answer(head(), "head", "ETag: \"v1\"");
        pass(70);
        answer(head(), "", "ETag: \"v1\"");

        assertThat(((PageLookup.Miss) look(get("/"))).entry()).isNull();
    }

    @Test
    void aPageThatWasDroppedMeanwhileStaysAway() {
        answer(get("/"), "page", "ETag: \"v1\"");
        pass(70);
        Exchange late = lookedUp(head());
        pages.entries().delete(POLICY.region(), get("/").uri());
        complete(late, 200, "", "ETag: \"v1\"");

        assertThat(((PageLookup.Miss) look(get("/"))).entry()).isNull();
    }

    private static RequestHead head(String... headers) {
        return request("HEAD", "/", headers);
    }

    private void answer(RequestHead request, String body, String... headers) {
        complete(lookedUp(request), 200, body, headers);
    }

    /** As the filter does: an answer that is not to be stored is not held until it is whole. */
    private void complete(Exchange exchange, int status, String body, String... headers) {
        Map<String, List<String>> fields = fields(headers);
        exchange.methodGave(fields);
        if (store.judge(exchange, status, fields).outcome() == Outcome.STORE) {
            store.complete(exchange, status, fields, fields, bytes(body));
        } else {
            store.unheld(exchange, status, fields, fields);
        }
    }

    private Exchange lookedUp(RequestHead request) {
        Exchange exchange = new Exchange(request.method());
        Map<String, List<String>> live = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        live.putAll(request.headers());
        exchange.matched(new RequestHead(request.method(), request.uri(), live), null, null, () -> visitor);
        pages.lookup(exchange, policy);
        return exchange;
    }

    private PageLookup look(RequestHead request) {
        return Objects.requireNonNull(lookedUp(request).lookup());
    }

    private PageLookup.Hit hit(RequestHead request) {
        return (PageLookup.Hit) look(request);
    }

    private void pass(int seconds) {
        given.clock.pass(Duration.ofSeconds(seconds));
    }

    @Test
    @Tag("R9111-6")
    @Tag("R9111-97")
    void aFieldThatIsPrivateFromNowOnGoesOutOfTheEntry() {
        policy = BY_RESPONSE;
        answer(get("/own"), "page", "Cache-Control: max-age=60", "X-Own: alice");
        pass(70);
        answer(request("HEAD", "/own"), "", "Cache-Control: max-age=60, private=\"X-Own\"");

        assertThat(hit(get("/own")).stored().lines("X-Own")).isEmpty();
    }
}

package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.ALICE;
import static org.cachette.page.GivenPages.BOB;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;
import static org.cachette.page.GivenPages.get;
import static org.cachette.page.GivenPages.request;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.cachette.Timeout;
import org.cachette.http.RequestHead;
import org.cachette.http.Visitor;
import org.cachette.http.Visitor.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One exchange after the other: what is stored for whom, and served to whom. */
final class PageCacheTest {

    private static final Visitor CERTIFIED = new Visitor(null, true, Session.NONE);
    private static final Visitor NOBODY = Visitor.UNKNOWN;

    private final GivenPages given = new GivenPages();
    private final PageCache pages = new PageCache(given.caches, given.clock, Duration.ZERO);
    private final PageStore store = new PageStore(pages, given.clock, false, 1000, false);

    @Test
    void whatWasStoredIsAHit() {
        answer(get("/"), NOBODY);

        assertThat(lookup(get("/"), NOBODY)).isInstanceOf(PageLookup.Hit.class);
    }

    @Test
    void aHitEndsWithItsEntry() {
        answer(get("/"), NOBODY);
        given.clock.pass(Duration.ofSeconds(60));

        assertThat(lookup(get("/"), NOBODY)).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    @Tag("DJ-PAGE-04")
    void otherMethodsBypass() {
        answer(get("/"), NOBODY);

        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "get", "QUERY")) {
            assertThat(lookup(request(method, "/"), NOBODY)).isInstanceOf(PageLookup.Bypass.class);
        }
    }

    @Test
    @Tag("R9110-27")
    void aRequestWithContentBypasses() {
        answer(get("/"), NOBODY);

        assertThat(lookup(get("/", "Content-Length: 1"), NOBODY)).isInstanceOf(PageLookup.Bypass.class);
        assertThat(lookup(get("/", "Transfer-Encoding: chunked"), NOBODY)).isInstanceOf(PageLookup.Bypass.class);
        assertThat(lookup(get("/", "Content-Length: 0"), NOBODY)).isInstanceOf(PageLookup.Hit.class);
    }

    @Test
    @Tag("DJ-PAGE-29")
    void directivesOfTheRequestDoNotBypass() {
        answer(get("/"), NOBODY);

        assertThat(lookup(get("/", "Cache-Control: no-cache, max-age=0", "Pragma: no-cache"), NOBODY))
                .isInstanceOf(PageLookup.Hit.class);
    }

    @Test
    void whatWasDeclaredBeforeTheLookupBypasses() {
        answer(get("/"), NOBODY);
        Exchange exchange = exchange(get("/"), () -> NOBODY);
        exchange.declare(Declarations::neverCache);

        assertThat(pages.lookup(exchange, POLICY)).isInstanceOf(PageLookup.Bypass.class);
    }

    @Test
    @Tag("DJ-PAGE-21")
    void aTimeoutOfZeroDescribesAndKeepsNothing() {
        PagePolicy zero = new PagePolicy(Timeout.NONE, "default", "");
        Exchange exchange = exchange(get("/"), () -> NOBODY);
        pages.lookup(exchange, zero);

        Completion done = store.complete(exchange, 200, fields(), fields(), bytes("page"));

        assertThat(done.headers().get("Cache-Control")).containsExactly("max-age=0");
        assertThat(lookup(get("/"), NOBODY)).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void aPageForEverIsToldTenYearsAtMost() {
        Exchange exchange = exchange(get("/"), () -> NOBODY);
        pages.lookup(exchange, new PagePolicy(Timeout.FOREVER, "default", ""));
        Completion done = store.complete(exchange, 200, fields(), fields(), bytes("page"));
        given.clock.pass(Duration.ofDays(3652));

        assertThat(done.headers().get("Cache-Control")).containsExactly("max-age=315619200");
        assertThat(lookup(get("/"), NOBODY)).isInstanceOf(PageLookup.Hit.class);
    }

    @Test
    void aPageOfNobodyIsNotServedToAnIdentifiedVisitor() {
        answer(get("/"), NOBODY);

        for (Visitor visitor : List.of(ALICE, CERTIFIED, session(Session.FROM_COOKIE), session(Session.BEGUN))) {
            assertThat(lookup(get("/"), visitor)).isInstanceOf(PageLookup.Bypass.class);
        }
        assertThat(lookup(get("/", "Authorization: Bearer x"), NOBODY)).isInstanceOf(PageLookup.Bypass.class);
    }

    @Test
    void aPageOfAnIdentifiedVisitorIsNotStored() {
        for (Visitor visitor : List.of(ALICE, CERTIFIED, session(Session.FROM_COOKIE), session(Session.BEGUN))) {
            answer(get("/"), visitor);
        }
        answer(get("/", "Authorization: Bearer x"), NOBODY);

        assertThat(lookup(get("/"), NOBODY)).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void aPublicPageIsForAll() {
        answer(get("/"), ALICE, "Cache-Control: public");

        assertThat(lookup(get("/"), BOB)).isInstanceOf(PageLookup.Hit.class);
        assertThat(lookup(get("/"), NOBODY)).isInstanceOf(PageLookup.Hit.class);
        assertThat(lookup(get("/", "Authorization: Bearer x"), CERTIFIED)).isInstanceOf(PageLookup.Hit.class);
    }

    @Test
    void aUserWhoWasNotThereBeforeTheMethodRanKeepsThePageFromBeingStored() {
        Completion done = answerAs(get("/"), NOBODY, ALICE, "Cache-Control: public");

        assertThat(done.headers().get("ETag")).isNull();
        assertThat(lookup(get("/"), NOBODY)).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void aUserWhoBecameAnotherOneKeepsThePageFromBeingStored() {
        answerAs(get("/", "Cookie: a=1"), ALICE, BOB, "Vary: Cookie");
        answerAs(get("/", "Cookie: a=1"), ALICE, NOBODY, "Vary: Cookie");

        for (Visitor visitor : List.of(ALICE, BOB, NOBODY)) {
            assertThat(lookup(get("/", "Cookie: a=1"), visitor)).isInstanceOf(PageLookup.Miss.class);
        }
    }

    @Test
    void aSessionThatBeganWhileTheMethodRanKeepsThePageFromBeingStored() {
        answerAs(get("/", "Cookie: a=1"), NOBODY, session(Session.BEGUN), "Vary: Cookie");
        answerAs(get("/"), NOBODY, session(Session.BEGUN));

        assertThat(lookup(get("/", "Cookie: a=1"), NOBODY)).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void aSessionThatEndedWhileTheMethodRanStillCounts() {
        answerAs(get("/"), session(Session.FROM_COOKIE), NOBODY);

        assertThat(lookup(get("/"), NOBODY)).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void visitorsWithSessionsAreKeptApartByTheirCookies() {
        answerAs(get("/", "Cookie: s=1"), session(Session.FROM_COOKIE), session(Session.FROM_COOKIE), "Vary: Cookie");

        assertThat(lookup(get("/", "Cookie: s=1"), session(Session.FROM_COOKIE)))
                .isInstanceOf(PageLookup.Hit.class);
        assertThat(lookup(get("/", "Cookie: s=2"), session(Session.FROM_COOKIE)))
                .isInstanceOf(PageLookup.Miss.class);
        assertThat(lookup(get("/", "Cookie: s=1"), session(Session.FROM_ELSEWHERE)))
                .isInstanceOf(PageLookup.Bypass.class);
    }

    @Test
    void aSessionThatTheMethodEndedKeepsThePageFromBeingStored() {
        AtomicReference<Visitor> who = new AtomicReference<>(session(Session.FROM_COOKIE));
        Exchange exchange = exchange(get("/"), who::get);
        pages.lookup(exchange, POLICY);
        who.set(NOBODY);

        store.complete(exchange, 200, fields(), fields(), bytes("page"));

        assertThat(lookup(get("/"), NOBODY)).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void aPageOfWhomTheMethodLoggedOutIsNotStoredForStrangers() {
        AtomicReference<Visitor> who = new AtomicReference<>(ALICE);
        Exchange exchange = exchange(get("/", "Cookie: a=1"), who::get);
        pages.lookup(exchange, POLICY);
        who.set(NOBODY);

        Map<String, List<String>> headers = fields("Vary: Cookie");
        store.complete(exchange, 200, headers, headers, bytes("page"));

        assertThat(lookup(get("/", "Cookie: a=1"), NOBODY)).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void whereCredentialsDecideNobodyAsksTheServerWhoTheVisitorIs() {
        answer(get("/"), NOBODY);
        answer(get("/languages"), NOBODY, "Vary: Accept-Language");

        for (String path : List.of("/", "/languages")) {
            assertThat(pages.lookup(
                            exchange(get(path, "Authorization: Basic YTpi"), PageCacheTest::thatTakesTime), POLICY))
                    .isInstanceOf(PageLookup.Bypass.class);
        }
    }

    @Test
    void whoSentCredentialsAndIsKnownOtherwiseGetsNoPageThatAllowsOnlyCredentials() {
        answer(get("/"), NOBODY, "Cache-Control: must-revalidate");
        RequestHead request = get("/", "Authorization: Basic YTpi");

        assertThat(lookup(request, NOBODY)).isInstanceOf(PageLookup.Hit.class);
        assertThat(lookup(request, session(Session.FROM_COOKIE))).isInstanceOf(PageLookup.Bypass.class);
        assertThat(lookup(request, ALICE)).isInstanceOf(PageLookup.Bypass.class);
    }

    @Test
    void anExchangeWithoutAMatchedMethodBypasses() {
        assertThat(pages.lookup(new Exchange("GET"), POLICY)).isInstanceOf(PageLookup.Bypass.class);
    }

    private PageLookup lookup(RequestHead request, Visitor visitor) {
        return pages.lookup(exchange(request, () -> visitor), POLICY);
    }

    private Completion answer(RequestHead request, Visitor visitor, String... headers) {
        return answerAs(request, visitor, visitor, headers);
    }

    /** Looks up as the first visitor, who is the second one from then on. */
    private Completion answerAs(RequestHead request, Visitor before, Visitor after, String... headers) {
        Deque<Visitor> who = new ArrayDeque<>(List.of(before));
        Exchange exchange = exchange(request, () -> {
            @Nullable Visitor first = who.poll();
            return first == null ? after : first;
        });
        pages.lookup(exchange, POLICY);
        Map<String, List<String>> fields = fields(headers);
        return store.complete(exchange, 200, fields, fields, bytes("page"));
    }

    private static Exchange exchange(RequestHead request, Supplier<Visitor> who) {
        Exchange exchange = new Exchange(request.method());
        exchange.matched(request, null, null, who);
        return exchange;
    }

    private static Visitor thatTakesTime() {
        throw new AssertionError("asked");
    }

    private static Visitor session(Session session) {
        return new Visitor(null, false, session);
    }
}

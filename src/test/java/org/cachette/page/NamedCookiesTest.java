package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.ALICE;
import static org.cachette.page.GivenPages.BOB;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;
import static org.cachette.page.GivenPages.get;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cachette.http.Visitor;
import org.junit.jupiter.api.Test;

/** Pages that vary on some cookies only, and visitors who are known by others. */
final class NamedCookiesTest {

    private static final Visitor IN_SESSION = new Visitor(null, false, Visitor.Session.FROM_COOKIE);
    private static final Visitor ALICE_IN_SESSION = new Visitor("alice", false, Visitor.Session.FROM_COOKIE);

    private final GivenPages given = new GivenPages();
    private final PageCache pages = new PageCache(given.caches, given.clock, Duration.ZERO);
    private final PageStore store = new PageStore(pages, given.clock, false, 1000, false);

    @Test
    void aPageOfAVisitorWithASessionIsNotStored() {
        answer(IN_SESSION, "theme=dark; JSESSIONID=1");
        answer(ALICE_IN_SESSION, "theme=dark; JSESSIONID=1");

        assertThat(ask(Visitor.UNKNOWN, "theme=dark")).isInstanceOf(PageLookup.Miss.class);
        assertThat(ask(IN_SESSION, "theme=dark; JSESSIONID=2")).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void aVisitorWithASessionGetsNoPageOfOthers() {
        answer(Visitor.UNKNOWN, "theme=dark");

        assertThat(ask(Visitor.UNKNOWN, "x=1; theme=dark")).isInstanceOf(PageLookup.Hit.class);
        assertThat(ask(IN_SESSION, "theme=dark; JSESSIONID=2")).isInstanceOf(PageLookup.Bypass.class);
    }

    @Test
    void usersWithoutASessionNeverShareAPage() {
        answer(ALICE, "theme=dark; member=1");

        assertThat(ask(ALICE, "theme=dark; member=1")).isInstanceOf(PageLookup.Hit.class);
        assertThat(ask(BOB, "theme=dark; member=1")).isInstanceOf(PageLookup.Miss.class);
        assertThat(ask(Visitor.UNKNOWN, "theme=dark")).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    void aPublicPageIsForEverybodyWithTheSameCookie() {
        answer(IN_SESSION, "theme=dark; JSESSIONID=1", "Cache-Control: public");

        assertThat(ask(IN_SESSION, "theme=dark; JSESSIONID=2")).isInstanceOf(PageLookup.Hit.class);
        assertThat(ask(IN_SESSION, "theme=light; JSESSIONID=2")).isInstanceOf(PageLookup.Miss.class);
    }

    private PageLookup ask(Visitor visitor, String cookies) {
        return pages.lookup(exchange(visitor, cookies), POLICY);
    }

    private void answer(Visitor visitor, String cookies, String... headers) {
        Exchange exchange = exchange(visitor, cookies);
        pages.lookup(exchange, POLICY);
        exchange.declare(said -> said.varyOnCookie("theme"));
        Map<String, List<String>> held = store.hold(exchange, 200, fields(headers));
        store.complete(exchange, 200, held, held, bytes("page"));
    }

    private static Exchange exchange(Visitor visitor, String cookies) {
        Exchange exchange = new Exchange("GET");
        exchange.matched(get("/", "Cookie: " + cookies), null, null, () -> visitor);
        return exchange;
    }
}

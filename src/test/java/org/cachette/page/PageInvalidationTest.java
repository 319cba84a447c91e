package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;
import static org.cachette.page.GivenPages.get;
import static org.cachette.page.GivenPages.request;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cachette.http.QueryRule;
import org.cachette.http.RequestHead;
import org.cachette.http.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageInvalidationTest {

    private static final URI PAGE = get("/page?number=1").uri();

    private final GivenPages given = new GivenPages();
    private final PageCache pages = new PageCache(given.caches, given.clock, Duration.ZERO);
    private final PageStore store = new PageStore(pages, given.clock, false, 1000, false);
    private final PageInvalidation invalidation = new PageInvalidation(pages, Set.of(POLICY.region()));

    @Test
    void allVariantsOfAPageGoAtOnce() {
        complete(begin(get("/page?number=1", "Accept-Language: de")), "Vary: Accept-Language");
        complete(begin(get("/page?number=1", "Accept-Language: en")), "Vary: Accept-Language");

        assertThat(invalidation.invalidate(PAGE)).isTrue();
        assertThat(isStored(get("/page?number=1", "Accept-Language: de"))).isFalse();
        assertThat(isStored(get("/page?number=1", "Accept-Language: en"))).isFalse();
        assertThat(invalidation.invalidate(PAGE)).isFalse();
    }

    @Test
    void otherPagesStay() {
        complete(begin(get("/page?number=2")));
        invalidation.invalidate(PAGE);

        assertThat(isStored(get("/page?number=2"))).isTrue();
    }

    @Test
    @Tag("RLEASE-1")
    @Tag("RLEASE-2")
    void aPageThatWasBegunBeforeIsNotStoredAfter() {
        Exchange begun = begin(get("/page?number=1"));
        invalidation.invalidate(PAGE);
        complete(begun);

        assertThat(isStored(get("/page?number=1"))).isFalse();
        complete(begin(get("/page?number=1")));
        assertThat(isStored(get("/page?number=1"))).isTrue();
    }

    @Test
    void aPageThatWasBegunUnderAnotherSpellingOfItsQueryIsNotStoredEither() {
        Exchange begun = begin(get("/page?number=1&utm_source=mail"));
        invalidation.invalidate(PAGE);
        complete(begun, "No-Vary-Search: params=(\"utm_source\")");

        assertThat(isStored(get("/page?number=1"))).isFalse();
        assertThat(isStored(get("/page?number=1&utm_source=mail"))).isFalse();
    }

    @Test
    void thePageOfAllSpellingsOfAQueryGoesByAnyOfThem() {
        PagePolicy policy = new PagePolicy(
                POLICY.timeout(),
                "default",
                "",
                List.of(),
                List.of(),
                new KeyPolicy(QueryRule.WHOLE.sortedByName().ignoring(List.of("utm_*")), List.of()));
        Exchange begun = beginOnly(get("/page?a=1&number=1"));
        pages.lookup(begun, policy);
        complete(begun);

        assertThat(pages.lookup(beginOnly(get("/page?number=1&a=1&utm_x=1")), policy))
                .isInstanceOf(PageLookup.Hit.class);
        PageInvalidation all = new PageInvalidation(pages, Set.of(policy.region()));
        assertThat(all.invalidate(get("/page?utm_y=2&number=1&a=1").uri())).isTrue();
        assertThat(pages.lookup(beginOnly(get("/page?a=1&number=1")), policy)).isNotInstanceOf(PageLookup.Hit.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://EXAMPLE.com", "http://example.com:80", "http://example.com:", "HTTP://Example.com:80"})
    @Tag("R9111-80")
    void aPageGoesByEachSpellingOfItsHost(String site) {
        URI other = URI.create(site + "/page?number=1");
        complete(begin(get("/page?number=1")));
        assertThat(invalidation.invalidate(other)).isTrue();
        assertThat(isStored(get("/page?number=1"))).isFalse();

        complete(begin(RequestHead.of("GET", other, Map.of())));
        assertThat(isStored(RequestHead.of("GET", other, Map.of()))).isTrue();
        invalidation.after(request("POST", "/page?number=1"), 204, Map.of());
        assertThat(isStored(RequestHead.of("GET", other, Map.of()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXAMPLE.com", "example.com:80"})
    @Tag("R9111-20")
    void whatWasMadeForAnUnusualSpellingOfTheHostIsForThatSpellingAlone(String host) {
        RequestHead unusual = get("/page?number=1", "Host: " + host);
        complete(begin(unusual));
        assertThat(isStored(get("/page?number=1"))).isFalse();
        assertThat(isStored(get("/page?number=1", "Host: Example.com:80"))).isFalse();
        complete(begin(get("/page?number=1")));
        assertThat(isStored(get("/page?number=1"))).isTrue();
        assertThat(isStored(unusual)).isTrue();
    }

    @Test
    @Tag("R9111-20")
    void whatWasMadeForTheUsualSpellingOfTheHostIsForAllOthersToo() {
        complete(begin(get("/page?number=1")));

        assertThat(isStored(RequestHead.of("GET", URI.create("http://EXAMPLE.com:80/page?number=1"), Map.of())))
                .isTrue();
        assertThat(isStored(RequestHead.of("GET", URI.create("http://example.com:81/page?number=1"), Map.of())))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "BREW"})
    @Tag("R9111-80")
    @Tag("R9110-29")
    void aMethodThatMayHaveChangedThePageDropsIt(String method) {
        complete(begin(get("/page?number=1")));
        invalidation.after(request(method, "/page?number=1"), 204, Map.of());

        assertThat(isStored(get("/page?number=1"))).isFalse();
    }

    @Test
    @Tag("R9111-81")
    void aMethodThatFailedDropsNothing() {
        complete(begin(get("/page?number=1")));
        invalidation.after(request("POST", "/page?number=1"), 403, Map.of());
        invalidation.after(request("POST", "/page?number=1"), 500, Map.of());

        assertThat(isStored(get("/page?number=1"))).isTrue();
    }

    @Test
    @Tag("R9111-82")
    void whatLocationNamesGoesTooOnTheSameOriginOnly() {
        complete(begin(get("/page?number=1")));
        invalidation.after(request("POST", "/pages"), 303, fields("Location: http://elsewhere.example/page?number=1"));
        assertThat(isStored(get("/page?number=1"))).isTrue();

        invalidation.after(request("POST", "/pages"), 303, fields("Location: /page?number=1"));
        assertThat(isStored(get("/page?number=1"))).isFalse();
    }

    private Exchange begin(RequestHead request) {
        Exchange exchange = new Exchange("GET");
        exchange.matched(request, null, null, () -> Visitor.UNKNOWN);
        pages.lookup(exchange, POLICY);
        return exchange;
    }

    private void complete(Exchange exchange, String... headers) {
        store.complete(exchange, 200, fields(headers), fields(headers), bytes("page"));
    }

    private boolean isStored(RequestHead request) {
        return pages.lookup(beginOnly(request), POLICY) instanceof PageLookup.Hit;
    }

    private static Exchange beginOnly(RequestHead request) {
        Exchange exchange = new Exchange("GET");
        exchange.matched(request, null, null, () -> Visitor.UNKNOWN);
        return exchange;
    }
}

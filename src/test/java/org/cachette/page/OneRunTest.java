package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.ALICE;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;
import static org.cachette.page.GivenPages.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.Caches;
import org.cachette.backend.Configs;
import org.cachette.backend.Together;
import org.cachette.config.Settings;
import org.cachette.http.RequestHead;
import org.cachette.http.Visitor;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

/** Concurrent misses of one page: from the lookup to the stored response. */
final class OneRunTest {

    private static final int CROWD = 20;

    private final GivenPages given = new GivenPages();
    private final AtomicInteger runs = new AtomicInteger();
    private PageCache pages = pages(given.caches);
    private PageStore store = new PageStore(pages, given.clock, false, 1000, true);

    private PageCache pages(Caches caches) {
        return new PageCache(caches, given.clock, Duration.ofMinutes(1));
    }

    @Test
    void manyConcurrentMissesOfManyPagesAreOneRunEach() throws Exception {
        for (int page = 1; page <= 200; page++) {
            RequestHead request = get("/" + page);

            List<String> bodies = Together.run(8, () -> answer(request, Visitor.UNKNOWN));

            assertThat(runs).hasValue(page);
            assertThat(bodies).containsOnly("page " + page + " for nobody");
        }
    }

    @Test
    void concurrentMissesOfOnePageInSeveralLanguagesAreOneRunForEachLanguage() throws Exception {
        for (int page = 1; page <= 60; page++) {
            String path = "/" + page;
            AtomicInteger number = new AtomicInteger();
            int before = runs.get();

            List<String> bodies = Together.run(9, () -> {
                String language = "l" + number.getAndIncrement() % 3;
                String body = answer(get(path, "X-For: " + language), Visitor.UNKNOWN, "Vary: X-For");
                assertThat(body).endsWith("for " + language);
                return body;
            });

            assertThat(runs.get() - before).isEqualTo(3);
            assertThat(Set.copyOf(bodies)).hasSize(3);
        }
    }

    @Test
    void whoWaitedIsServedTheStoredPage() throws Exception {
        Exchange leader = missed(get("/"), Visitor.UNKNOWN);
        Waiters<PageLookup> waiters = crowd();

        complete(leader, 200);

        assertThat(waiters.results()).hasSize(CROWD).allMatch(PageLookup.Hit.class::isInstance);
    }

    @Test
    void identifiedVisitorsNeitherWaitNorAreWaitedFor() throws Exception {
        missed(get("/"), ALICE);
        missed(get("/", "Authorization: Bearer x"), Visitor.UNKNOWN);

        Exchange leader = missed(get("/"), Visitor.UNKNOWN);
        missed(get("/"), ALICE);
        Exchange withCredentials = missed(get("/", "Authorization: Bearer x"), Visitor.UNKNOWN);

        assertThat(leader.isAwaited()).isTrue();
        assertThat(withCredentials.isAwaited()).isFalse();
    }

    @Test
    void aRequestThatForbidsStoringNeitherWaitsNorIsWaitedFor() throws Exception {
        assertThat(missed(get("/", "Cache-Control: no-store"), Visitor.UNKNOWN).isAwaited())
                .isFalse();
        missed(get("/"), Visitor.UNKNOWN);

        missed(get("/", "Cache-Control: no-store"), Visitor.UNKNOWN);
    }

    @Test
    void aPrivateAnswerSendsEachItsOwnWayAndNobodyWaitsAgain() throws Exception {
        Exchange leader = missed(get("/"), Visitor.UNKNOWN);
        Waiters<PageLookup> waiters = crowd();

        complete(leader, 200, "Cache-Control: private");

        assertThat(waiters.results()).hasSize(CROWD).allMatch(PageLookup.Miss.class::isInstance);
        missed(get("/"), Visitor.UNKNOWN);
        missed(get("/"), Visitor.UNKNOWN);
    }

    @Test
    void anAnswerThatIsTooLargeSendsEachItsOwnWay() throws Exception {
        Exchange leader = missed(get("/"), Visitor.UNKNOWN);
        Waiters<PageLookup> waiters = crowd();

        store.tooLarge(leader);

        assertThat(waiters.results()).hasSize(CROWD).allMatch(PageLookup.Miss.class::isInstance);
    }

    @Test
    void anErrorAndAnAnswerToAConditionLetOneTakeOver() throws Exception {
        for (int status : List.of(500, 304)) {
            RequestHead request = get("/" + status);
            Exchange leader = missed(request, Visitor.UNKNOWN);
            Waiters<String> waiters = Waiters.waiting(CROWD, () -> answer(request, Visitor.UNKNOWN));
            int before = runs.get();

            store.judge(leader, status, fields());

            assertThat(Set.copyOf(waiters.results())).hasSize(1);
            assertThat(runs.get() - before).isEqualTo(1);
        }
    }

    @Test
    void aPageThatIsInvalidatedWhileItIsMadeIsMadeOnceMore() throws Exception {
        Exchange leader = missed(get("/"), Visitor.UNKNOWN);
        Waiters<String> waiters = Waiters.waiting(CROWD, () -> answer(get("/"), Visitor.UNKNOWN));

        new PageInvalidation(pages, Set.of(POLICY.region())).invalidate(get("/").uri());
        complete(leader, 200);

        assertThat(Set.copyOf(waiters.results())).containsExactly("page 1 for nobody");
        assertThat(runs).hasValue(1);
    }

    @Test
    void whereTheStoreKeepsNothingNobodyWaitsTwice() throws Exception {
        Caches dummy =
                new NamedCaches(Settings.read(Configs.of("cachette.caches.default.backend", "dummy")), given.clock);
        pages = pages(dummy);
        store = new PageStore(pages, given.clock, false, 1000, false);
        Exchange leader = missed(get("/"), Visitor.UNKNOWN);
        Waiters<PageLookup> waiters = crowd();

        complete(leader, 200);

        assertThat(waiters.results()).hasSize(CROWD).allMatch(PageLookup.Miss.class::isInstance);
        missed(get("/"), Visitor.UNKNOWN);
        missed(get("/"), Visitor.UNKNOWN);
    }

    @Test
    void cacheStatusTellsWhoseAnswerWasAnothers() throws Exception {
        Exchange leader = missed(get("/"), Visitor.UNKNOWN);
        Exchange other = exchange(get("/"), Visitor.UNKNOWN);
        Callable<PageLookup> lookup = () -> pages.lookup(other, POLICY);
        Waiters<PageLookup> waiter = Waiters.waiting(1, lookup);

        complete(leader, 200);

        PageLookup.Hit hit = (PageLookup.Hit) waiter.results().get(0);
        assertThat(store.status(other, hit.stored())).containsExactly("Cachette;fwd=miss;collapsed;ttl=60");
        assertThat(store.status(exchange(get("/"), Visitor.UNKNOWN), hit.stored()))
                .containsExactly("Cachette;hit;ttl=60");
    }

    private Waiters<PageLookup> crowd() {
        return Waiters.waiting(CROWD, () -> pages.lookup(exchange(get("/"), Visitor.UNKNOWN), POLICY));
    }

    /** A lookup on a thread of its own, so that one that waits is a failure and not the end. */
    private Exchange missed(RequestHead request, Visitor visitor) throws Exception {
        Exchange exchange = exchange(request, visitor);
        Callable<PageLookup> lookup = () -> pages.lookup(exchange, POLICY);
        assertThat(Waiters.started(1, lookup).results().get(0)).isInstanceOf(PageLookup.Miss.class);
        return exchange;
    }

    private void complete(Exchange exchange, int status, String... headers) {
        Map<String, List<String>> fields = fields(headers);
        store.complete(exchange, status, fields, fields, bytes("page"));
    }

    /** The body that this request is answered with, by running the method or from the cache. */
    private String answer(RequestHead request, Visitor visitor, String... headers) {
        Exchange exchange = exchange(request, visitor);
        if (pages.lookup(exchange, POLICY) instanceof PageLookup.Hit hit) {
            return new String(hit.stored().body(), StandardCharsets.UTF_8);
        }
        String body = "page " + runs.incrementAndGet() + " for "
                + request.field("X-For").orElse("nobody");
        Map<String, List<String>> fields = fields(headers);
        store.complete(exchange, 200, fields, fields, bytes(body));
        return body;
    }

    private static Exchange exchange(RequestHead request, Visitor visitor) {
        Exchange exchange = new Exchange(request.method());
        exchange.matched(request, null, null, () -> visitor);
        return exchange;
    }
}

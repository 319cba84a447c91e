package org.cachette.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.cachette.Timeout;
import org.cachette.annotation.Cached;
import org.cachette.annotation.Invalidates;
import org.cachette.backend.ManualClock;
import org.cachette.backend.WatchedCaches;
import org.cachette.fragment.FragmentCache;
import org.cachette.http.RequestHead;
import org.cachette.http.Visitor;
import org.cachette.named.NamedCaches;
import org.cachette.page.CachedPages;
import org.cachette.page.Exchange;
import org.cachette.page.PageCache;
import org.cachette.page.PageInvalidation;
import org.cachette.page.PageLookup;
import org.cachette.page.PagePolicy;
import org.cachette.page.PageStore;

/** A number in a database, which actors change and read through a cache. */
final class Interleaved {

    private static final String URL = "http://example.com/number";
    private static final PagePolicy POLICY = new PagePolicy(Timeout.ofSeconds(60), "default", "");
    private static final RequestHead PAGE = RequestHead.of("GET", URI.create(URL), Map.of());

    /** What is cached, and how it is dropped. */
    enum Kind {
        VALUE("dropValue"),
        FRAGMENT("dropFragment"),
        PAGE("dropPage"),
        PAGE_BY_PREFIX("dropPrefix");

        private final String method;

        Kind(String method) {
            this.method = method;
        }

        boolean canEnd(End end) {
            return this != VALUE || end != End.DROPPED_BY_HAND;
        }
    }

    /** How a change ends; one that fails has undone by itself what others may have read. */
    enum End {
        DROPPED_BY_HAND,
        WITHOUT_TRANSACTION,
        COMMIT,
        ROLL_BACK,
        FAILURE;

        boolean isTransactional() {
            return this == COMMIT || this == ROLL_BACK;
        }

        boolean holds() {
            return this != ROLL_BACK && this != FAILURE;
        }
    }

    /** Carries the annotations. */
    static final class Annotated {

        @Cached(key = "number")
        int value() {
            return 0;
        }

        @Invalidates(key = "number")
        void dropValue() {}

        @Invalidates(fragment = "number")
        void dropFragment() {}

        @Invalidates(page = URL)
        void dropPage() {}

        @Invalidates(pagePrefix = "http://example.com/")
        void dropPrefix() {}
    }

    private final Kind kind;
    private final Runnable step;
    private final Ledger ledger;
    private final AtomicInteger next = new AtomicInteger(1);

    /** The last commit whose invalidation has returned; who asks from then on must not get less. */
    private final AtomicInteger confirmed = new AtomicInteger();

    private final ValueCache values;
    private final FragmentCache fragments;
    private final PageCache pages;
    private final PageStore pageStore;
    private final CachedPages dropped;
    private final Invalidations invalidations;

    /** @param before before each operation on a cache */
    Interleaved(Kind kind, NamedCaches real, ManualClock clock, Runnable step, BiConsumer<String, Object> before) {
        this.kind = kind;
        this.step = step;
        ledger = new Ledger(step);
        WatchedCaches caches = new WatchedCaches(real, before);
        PendingChanges pending = new PendingChanges(ledger);
        values = new ValueCache(caches, real.computations(), pending, () -> null);
        fragments = new FragmentCache(caches, real.computations(), clock, () -> null, () -> null, pending);
        pages = new PageCache(caches, clock, Duration.ZERO);
        if (kind == Kind.PAGE_BY_PREFIX) {
            pages.droppedByPrefix();
        }
        pageStore = new PageStore(pages, clock, false, 1000, false);
        dropped = new CachedPages(new PageInvalidation(pages, Set.of(POLICY.region())), () -> null);
        invalidations = new Invalidations(values, fragments, dropped, pending, ledger);
    }

    /** What is in the cache in the end is what is in the database. */
    void assertRight() {
        assertThat(read()).isEqualTo(ledger.read());
    }

    /** Through the cache. */
    int read() {
        int atLeast = confirmed.get();
        int got =
                switch (kind) {
                    case VALUE -> value();
                    case FRAGMENT -> Integer.parseInt(fragments.render("number", Timeout.ofSeconds(60), this::body));
                    case PAGE, PAGE_BY_PREFIX -> page();
                };
        if (!ledger.isActive() && ledger.order(got) < atLeast) {
            throw new AssertionError("got commit " + ledger.order(got) + " after " + atLeast + " was confirmed");
        }
        return got;
    }

    private String body() {
        int number = ledger.read();
        step.run();
        return Integer.toString(number);
    }

    private int value() {
        try {
            CachedMethod method = CachedMethod.of(annotated("value"), Annotated.class);
            return (Integer) Objects.requireNonNull(values.get(method, null, () -> Integer.parseInt(body())));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private int page() {
        Exchange exchange = new Exchange("GET");
        exchange.matched(PAGE, null, null, () -> Visitor.UNKNOWN);
        if (pages.lookup(exchange, POLICY) instanceof PageLookup.Hit hit) {
            return Integer.parseInt(new String(hit.stored().body(), StandardCharsets.UTF_8));
        }
        String body = body();
        pageStore.complete(exchange, 200, Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8));
        return Integer.parseInt(body);
    }

    /** As the interceptors do it around a method, in a transaction of the caller's; or as a method does it itself. */
    void change(End end) {
        int value = next.incrementAndGet();
        if (end == End.DROPPED_BY_HAND) {
            ledger.write(value);
            step.run();
            drop();
        } else {
            changeByMethod(end, value);
        }
        if (end.holds()) {
            confirmed.accumulateAndGet(ledger.order(value), Math::max);
        }
    }

    private void drop() {
        switch (kind) {
            case VALUE -> throw new IllegalStateException("keys of values are not for hands");
            case FRAGMENT -> fragments.invalidate("number");
            case PAGE -> dropped.invalidate(URI.create(URL));
            case PAGE_BY_PREFIX -> dropped.invalidatePrefix(URI.create("http://example.com/"));
        }
    }

    private void changeByMethod(End end, int value) {
        if (end.isTransactional()) {
            ledger.begin();
        }
        Change change = invalidations.begin(InvalidatingMethod.of(annotated(kind.method)), null);
        change.reachMethod();
        step.run();
        if (end == End.FAILURE) {
            fail(value);
        } else {
            ledger.write(value);
            assertSeesItself(value);
            change.returned(null);
        }
        change.leave(null, end != End.FAILURE);
        if (end == End.COMMIT) {
            ledger.commit();
        } else if (end == End.ROLL_BACK) {
            ledger.rollBack();
        }
    }

    /** What others have read meanwhile is not kept; but where many pages are dropped at once, nobody knows which that would be. */
    private void fail(int value) {
        if (kind != Kind.PAGE_BY_PREFIX) {
            ledger.writeForAMoment(value);
        }
    }

    /** Of pages nobody does: a request makes one of them, and others change the data. */
    private void assertSeesItself(int value) {
        if (ledger.isActive() && (kind == Kind.VALUE || kind == Kind.FRAGMENT)) {
            assertThat(read()).isEqualTo(value);
        }
    }

    private static Method annotated(String name) {
        try {
            return Annotated.class.getDeclaredMethod(name);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}

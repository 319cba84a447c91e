package org.cachette.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cachette.Timeout;
import org.cachette.annotation.Cached;
import org.cachette.annotation.Invalidates;
import org.cachette.backend.ManualClock;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One actor changes the data, another reads it through a cache: in every order of their steps nobody gets what was outdated when
 * he asked, nor what was never committed.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class InterleavingContract {

    private static final PagePolicy POLICY = new PagePolicy(Timeout.ofSeconds(60), "default", "");
    private static final RequestHead PAGE = RequestHead.of("GET", URI.create("http://example.com/number"), Map.of());

    private static final int ALL = Integer.MAX_VALUE;
    private static final int FEW = 2;

    /** What is cached, and how it is dropped. */
    enum Kind {
        VALUE("dropValue"),
        FRAGMENT("dropFragment"),
        PAGE("dropPage"),
        PAGE_BY_PREFIX("dropPrefix");

        final String method;

        Kind(String method) {
            this.method = method;
        }
    }

    /** How a change ends. */
    enum End {
        WITHOUT_TRANSACTION,
        COMMIT,
        ROLL_BACK,
        FAILURE
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

        @Invalidates(page = "http://example.com/number")
        void dropPage() {}

        @Invalidates(pagePrefix = "http://example.com/")
        void dropPrefix() {}
    }

    private final ManualClock clock = new ManualClock();
    private NamedCaches caches;

    /** The caches under test; cleared before each run. */
    protected abstract NamedCaches open(ManualClock clock);

    @BeforeAll
    final void start() {
        caches = open(clock);
    }

    static Stream<Object[]> allKindsAndEnds() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of(End.values()).map(end -> new Object[] {kind, end}));
    }

    @ParameterizedTest
    @MethodSource("allKindsAndEnds")
    void aReaderAndAChange(Kind kind, End end) {
        int most = kind == Kind.PAGE_BY_PREFIX ? FEW : ALL;
        int orders = play(kind, false, most, run -> List.of(() -> run.change(end), run::read));

        assertThat(orders).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("allKindsAndEnds")
    void aReaderAndAChangeOfWhatIsKept(Kind kind, End end) {
        int orders = play(kind, true, FEW, run -> List.of(() -> run.change(end), run::readTwice));

        assertThat(orders).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("allKindsAndEnds")
    void aChangeAndOneWithoutATransactionWhoReadsThen(Kind kind, End end) {
        int orders = play(
                kind,
                true,
                FEW,
                run -> List.of(() -> run.change(end), () -> {
                    run.change(End.WITHOUT_TRANSACTION);
                    run.read();
                }));

        assertThat(orders).isGreaterThan(5);
    }

    private int play(Kind kind, boolean kept, int mostInterruptions, Function<Run, List<Runnable>> actors) {
        EveryOrder order = new EveryOrder(mostInterruptions);
        Run[] run = new Run[1];
        int orders = order.play(
                () -> {
                    caches.getDefault().clear();
                    run[0] = new Run(kind, order);
                    if (kept) {
                        run[0].read();
                    }
                    return actors.apply(run[0]);
                },
                () -> assertThat(run[0].read()).isEqualTo(run[0].ledger.read()));
        return orders;
    }

    /** One play in one order. */
    private final class Run {

        private final Kind kind;
        private final EveryOrder order;
        private final Ledger ledger;
        private final AtomicInteger next = new AtomicInteger(1);

        /** The last commit whose invalidation has returned; who asks from then on must not get less. */
        private final AtomicInteger confirmed = new AtomicInteger();

        private final ValueCache values;
        private final FragmentCache fragments;
        private final PageCache pages;
        private final PageStore pageStore;
        private final Invalidations invalidations;

        Run(Kind kind, EveryOrder order) {
            this.kind = kind;
            this.order = order;
            this.ledger = new Ledger(order);
            SteppedCaches stepped = new SteppedCaches(caches, order);
            PendingChanges pending = new PendingChanges(ledger);
            values = new ValueCache(stepped, caches.computations(), pending);
            fragments = new FragmentCache(stepped, caches.computations(), clock, () -> null, pending);
            pages = new PageCache(stepped, clock, Duration.ZERO);
            if (kind == Kind.PAGE_BY_PREFIX) {
                pages.droppedByPrefix();
            }
            pageStore = new PageStore(pages, clock, false, 1000, false);
            CachedPages dropped = new CachedPages(new PageInvalidation(pages, Set.of(POLICY.region())), () -> null);
            invalidations = new Invalidations(values, fragments, dropped, pending, ledger);
        }

        void readTwice() {
            read();
            read();
        }

        /** Through the cache. */
        int read() {
            int atLeast = confirmed.get();
            int got =
                    switch (kind) {
                        case VALUE -> value();
                        case FRAGMENT ->
                            Integer.parseInt(fragments.render("number", Timeout.ofSeconds(60), this::body));
                        case PAGE, PAGE_BY_PREFIX -> page();
                    };
            if (!ledger.isActive() && ledger.order(got) < atLeast) {
                throw new AssertionError("got commit " + ledger.order(got) + " after " + atLeast + " was confirmed");
            }
            return got;
        }

        private String body() {
            int number = ledger.read();
            order.step();
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

        /** As the interceptors do it around a method, in a transaction of the caller's. */
        void change(End end) {
            int value = next.incrementAndGet();
            boolean transactional = end == End.COMMIT || end == End.ROLL_BACK;
            if (transactional) {
                ledger.begin();
            }
            Change change = invalidations.begin(InvalidatingMethod.of(annotated(kind.method)), null);
            change.reachMethod();
            order.step();
            if (end != End.FAILURE) {
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
            if (end == End.COMMIT || end == End.WITHOUT_TRANSACTION) {
                confirmed.accumulateAndGet(ledger.order(value), Math::max);
            }
        }

        /** Of pages nobody does: a request makes one of them, and others change the data. */
        private void assertSeesItself(int value) {
            if (ledger.isActive() && (kind == Kind.VALUE || kind == Kind.FRAGMENT)) {
                assertThat(read()).isEqualTo(value);
            }
        }

        private Method annotated(String name) {
            try {
                return Annotated.class.getDeclaredMethod(name);
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }
    }
}

package org.cachette.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cachette.backend.EveryOrder;
import org.cachette.backend.ManualClock;
import org.cachette.named.NamedCaches;
import org.cachette.value.Interleaved.End;
import org.cachette.value.Interleaved.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two actors read data through a cache and change it: in every order of their steps nobody gets what was outdated when he asked, nor
 * what was never committed. Pages that are dropped by prefix take too many steps for that; there it is every order in which somebody
 * is held up twice at most.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class InterleavingContract {

    /** So many interruptions. */
    static final int FEW = 2;

    private static final Logger LOG = System.getLogger("org.cachette.test");

    private final ManualClock clock = new ManualClock();
    private NamedCaches caches;
    private int played;

    /** The caches under test; cleared before each run. */
    protected abstract NamedCaches open(ManualClock clock);

    /** How often an actor is held up at most. */
    protected int mostInterruptions() {
        return Integer.MAX_VALUE;
    }

    @BeforeAll
    final void start() {
        caches = open(clock);
    }

    @AfterAll
    final void tell() {
        LOG.log(Level.INFO, "{0}: {1} orders", getClass().getSimpleName(), played);
    }

    static Stream<Object[]> allKindsAndEnds() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(End.values()).filter(kind::canEnd).map(end -> new Object[] {kind, end}));
    }

    static Stream<Object[]> allKindsAndTwoEnds() {
        return allKindsAndEnds().flatMap(one -> Stream.of(End.values())
                .filter(((Kind) one[0])::canEnd)
                .map(other -> new Object[] {one[0], one[1], other}));
    }

    @ParameterizedTest
    @MethodSource("allKindsAndEnds")
    void aReaderAndAWriter(Kind kind, End end) {
        play(kind, false, run -> List.of(() -> run.change(end), run::read));
    }

    @ParameterizedTest
    @MethodSource("allKindsAndEnds")
    void aReaderAndAWriterOfWhatIsKept(Kind kind, End end) {
        play(
                kind,
                true,
                run -> List.of(() -> run.change(end), () -> {
                    run.read();
                    run.read();
                }));
    }

    @ParameterizedTest
    @MethodSource("allKindsAndEnds")
    void aReaderAndAWriterWhoReadsThen(Kind kind, End end) {
        play(
                kind,
                false,
                run -> List.of(
                        () -> {
                            run.change(end);
                            run.read();
                        },
                        run::read));
    }

    @ParameterizedTest
    @MethodSource("allKindsAndTwoEnds")
    void aWriterAndAWriterWhoReadsThen(Kind kind, End end, End other) {
        play(
                kind,
                true,
                run -> List.of(() -> run.change(end), () -> {
                    run.change(other);
                    run.read();
                }));
    }

    private void play(Kind kind, boolean kept, Function<Interleaved, List<Runnable>> actors) {
        EveryOrder order = new EveryOrder(kind == Kind.PAGE_BY_PREFIX ? FEW : mostInterruptions());
        Set<Object> keys = keysOf(kind);
        Interleaved[] run = new Interleaved[1];
        int orders = order.play(
                () -> {
                    caches.getDefault().clear();
                    run[0] = new Interleaved(kind, caches, clock, order::step, (operation, key) -> {
                        if (keys.contains(key) || kind == Kind.PAGE_BY_PREFIX) {
                            order.step();
                        } else if (isStoring(operation)) {
                            throw new AssertionError("something is stored under " + key + ", which is no step");
                        }
                    });
                    if (kept) {
                        run[0].read();
                    }
                    return actors.apply(run[0]);
                },
                () -> run[0].assertRight());

        assertThat(orders).isGreaterThan(2);
        played += orders;
    }

    /** Under which anything is ever stored. Of an operation on others nobody can tell when it happened, so that it is no step. */
    private Set<Object> keysOf(Kind kind) {
        caches.getDefault().clear();
        Set<Object> keys = new HashSet<>();
        Interleaved alone = new Interleaved(kind, caches, clock, () -> {}, (operation, key) -> {
            if (isStoring(operation)) {
                keys.add(key);
            }
        });
        alone.read();
        return keys;
    }

    private static boolean isStoring(String operation) {
        return operation.startsWith("set") || operation.equals("add") || operation.equals("getOrSet");
    }
}

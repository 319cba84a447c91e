package org.cachette.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.cachette.bench.Rounds.Measured;
import org.jspecify.annotations.Nullable;

/**
 * Clients of a server that do the same work in turn, in one JVM, on so many threads, round after round. What is compared
 * are turns of one round, so that load that comes and goes does not decide.
 */
final class Throughput {

    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration TURN = Duration.ofMillis(700);

    /** Something done again and again, with another number each time. */
    @FunctionalInterface
    interface Work {
        void once(int number) throws Exception;
    }

    private Throughput() {}

    /** Nanoseconds per call on each thread, by contender. */
    static Map<String, Measured> alternate(int threads, Map<String, Work> contenders) throws InterruptedException {
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (Map.Entry<String, Work> contender : contenders.entrySet()) {
            turn(threads, WARM_UP, contender.getValue());
            measured.put(contender.getKey(), new Measured(new ArrayList<>(), new ArrayList<>()));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Measured> each : measured.entrySet()) {
                each.getValue().nanoseconds().add(turn(threads, TURN, contenders.get(each.getKey())));
            }
        }
        return measured;
    }

    private static double turn(int threads, Duration length, Work work) throws InterruptedException {
        LongAdder calls = new LongAdder();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CountDownLatch ready = new CountDownLatch(threads);
        List<Thread> workers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread * 1_000;
            Thread worker = new Thread(() -> {
                ready.countDown();
                try {
                    ready.await();
                    calls.add(callUntil(System.nanoTime() + length.toNanos(), first, work));
                } catch (Exception e) {
                    failure.set(e);
                }
            });
            workers.add(worker);
            worker.start();
        }
        long start = System.nanoTime();
        for (Thread worker : workers) {
            worker.join();
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("a contender failed", thrown);
        }
        return (System.nanoTime() - start) * (double) threads / calls.sum();
    }

    private static long callUntil(long end, int first, Work work) throws Exception {
        long calls = 0;
        while (System.nanoTime() < end) {
            work.once((int) (first + calls));
            calls++;
        }
        return calls;
    }
}

package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cachette.Cache;

/** Threads that use a cache all the time. The value of a key begins with the key, so that a wrong one shows. */
public final class Load implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int KEYS = 50;

    private final Cache cache;
    private final boolean writing;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong operations = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private volatile boolean over;

    public Load(Cache cache) {
        this(cache, true);
    }

    /** Which writes, or only reads what is there. */
    public Load(Cache cache, boolean writing) {
        this.cache = cache;
        this.writing = writing;
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::run, "load-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    private void run() {
        try {
            for (int i = 0; !over; i++) {
                String key = "key" + i % KEYS;
                long hitsBefore = hits.get();
                timed(() -> {
                    Optional<Object> value = cache.get(key);
                    value.ifPresent(found -> {
                        hits.incrementAndGet();
                        assertThat((String) found).startsWith(key + "=");
                    });
                });
                if (writing) {
                    timed(() -> cache.set(key, key + "=" + "x".repeat(operations.intValue() % 3000)));
                }
                timed(() -> cache.getMany(List.of("key1", "key2", "key3"))
                        .forEach((name, found) -> assertThat((String) found).startsWith(name + "=")));
                if (hits.get() == hitsBefore) {
                    leaveTheProcessor();
                }
            }
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    /** Misses of a dead store cost nothing, and a server that starts needs a processor. */
    private static void leaveTheProcessor() {
        LockSupport.parkNanos(200_000);
    }

    private void timed(Runnable operation) {
        long start = System.nanoTime();
        operation.run();
        longest.accumulateAndGet(System.nanoTime() - start, Math::max);
        operations.incrementAndGet();
    }

    /** All that are written and read. */
    public static Set<String> keys() {
        return IntStream.range(0, KEYS).mapToObj(i -> "key" + i).collect(Collectors.toSet());
    }

    public long hits() {
        return hits.get();
    }

    public long operations() {
        return operations.get();
    }

    /** Of all operations so far. */
    public Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /** Ends all threads; fails when one met an exception or a wrong value. */
    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(failures).isEmpty();
    }
}

package org.cachette.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.Timeout;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.backend.Together;
import org.cachette.config.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One computation per key, through getOrSet. */
final class ComputationsTest {

    private final NamedCaches caches = new NamedCaches(
            Settings.read(Configs.of("cachette.caches.default.location", "a", "cachette.caches.other.location", "b")),
            new ManualClock());
    private final Cache cache = caches.getDefault();

    @Test
    void whoWaitsForAFailingComputationTakesOver() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch both = new CountDownLatch(2);
        Supplier<String> firstFails = () -> {
            both.countDown();
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("first");
            }
            return "second";
        };

        List<String> results = Together.run(2, () -> {
            both.countDown();
            try {
                return cache.getOrSet("key", firstFails);
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        });

        assertThat(results).containsExactlyInAnyOrder("first", "second");
        assertThat(runs).hasValue(2);
    }

    @Test
    void aSupplierMayAskForOtherKeys() {
        String value = cache.getOrSet("outer", () -> cache.getOrSet("inner", () -> "in") + "+out");

        assertThat(value).isEqualTo("in+out");
        assertThat(cache.get("inner")).contains("in");
    }

    @Test
    void aSupplierThatAsksForItsOwnKeyIsTold() {
        assertThatThrownBy(() -> cache.<String>getOrSet("key", () -> cache.getOrSet("key", () -> "inner")))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("\":1:key\"")
                .hasMessageContaining("own supplier");
        assertThat(cache.<String>getOrSet("key", () -> "later")).isEqualTo("later");
    }

    @Test
    void suppliersThatAskForEachOthersKeysDoNotWaitForEver() throws Exception {
        CyclicBarrier bothLead = new CyclicBarrier(2);
        AtomicInteger number = new AtomicInteger();
        Cache other = caches.get("other");

        List<String> results = Together.run(2, () -> {
            boolean first = number.incrementAndGet() == 1;
            Cache mine = first ? cache : other;
            Cache theirs = first ? other : cache;
            return mine.getOrSet("key", () -> {
                await(bothLead);
                return theirs.getOrSet("key", () -> "alone") + "!";
            });
        });

        assertThat(results).hasSize(2).allSatisfy(result -> assertThat(result).startsWith("alone"));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void withNoTimeoutThoseWhoWaitedShareTheResult() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(4);

        List<String> results = Together.run(4, () -> {
            all.countDown();
            return cache.getOrSet(
                    "key",
                    () -> {
                        awaitLatch(all);
                        return "run " + runs.incrementAndGet();
                    },
                    Timeout.NONE);
        });

        assertThat(results).allSatisfy(result -> assertThat(result).startsWith("run "));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void thoseWhoWaitedDoNotShareAMutableValue() throws Exception {
        List<List<String>> results = Together.run(
                8, () -> cache.<List<String>>getOrSet("key", () -> new java.util.ArrayList<>(List.of("a"))));

        results.get(0).add("b");

        assertThat(results.subList(1, 8)).allSatisfy(list -> assertThat(list).containsExactly("a"));
    }

    @Test
    @Tag("RLEASE-2")
    void aValueThatWasBegunBeforeADeletionIsNotKeptAfterIt() {
        Consumer<Cache> delete = some -> some.delete("key");
        for (Consumer<Cache> deletion :
                List.of(delete, some -> some.deleteMany(List.of("key", "other")), Cache::clear)) {
            String late = cache.getOrSet("key", () -> {
                deletion.accept(cache);
                return "old";
            });

            assertThat(late).isEqualTo("old");
            assertThat(cache.hasKey("key")).isFalse();
            assertThat(cache.<String>getOrSet("key", () -> "new")).isEqualTo("new");
            assertThat(cache.get("key")).contains("new");
            cache.clear();
        }
    }

    @Test
    @Tag("RLEASE-2")
    void norIsItAfterWhatStandsForADeletion() {
        List<Consumer<Cache>> deletions = List.of(
                some -> some.set("key", "new", Timeout.NONE),
                some -> some.touch("key", Timeout.NONE),
                some -> some.setMany(Map.of("key", "new"), Timeout.NONE));
        for (Consumer<Cache> deletion : deletions) {
            cache.<String>getOrSet("key", () -> {
                deletion.accept(cache);
                return "old";
            });

            assertThat(cache.get("key")).isEmpty();
        }
    }

    @Test
    @Tag("RLEASE-2")
    void aValueThatWasBegunBeforeANewerOneIsNotKeptAfterThatHasMovedToAnotherVersion() {
        cache.<String>getOrSet("key", () -> {
            cache.set("key", "new");
            cache.incrVersion("key");
            return "old";
        });

        assertThat(cache.get("key")).isEmpty();
        assertThat(cache.version(2).get("key")).contains("new");
    }

    @Test
    @Tag("RLEASE-2")
    void whoComesAfterADeletionDoesNotGetWhatWasBegunBefore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<String> early = CompletableFuture.supplyAsync(() -> cache.getOrSet("key", () -> {
            begun.countDown();
            await(end);
            return "old";
        }));
        await(begun);
        cache.delete("key");

        assertThat(cache.<String>getOrSet("key", () -> "new")).isEqualTo("new");
        end.countDown();
        assertThat(early.get(10, TimeUnit.SECONDS)).isEqualTo("old");
        assertThat(cache.get("key")).contains("new");
    }

    @Test
    @Tag("RLEASE-2")
    void deletionsOfOtherKeysAndVersionsDoNotMatter() {
        cache.getOrSet("key", () -> {
            cache.delete("other");
            cache.version(2).delete("key");
            caches.get("other").delete("key");
            return "value";
        });

        assertThat(cache.get("key")).contains("value");
    }

    @Test
    @Tag("RLEASE-1")
    void ofManyWhoMissOnlyOneComputesAndStores() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        List<String> results = Together.run(20, () -> cache.getOrSet("key", () -> "run " + runs.incrementAndGet()));

        assertThat(results).containsOnly("run 1");
        assertThat(runs).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoHasWaitedForTwoThatFailedComputesBesideTheOthers() throws Exception {
        Map<Thread, Object> waits = new ConcurrentHashMap<>();
        AtomicInteger runs = new AtomicInteger();
        CyclicBarrier beside = new CyclicBarrier(3);
        Supplier<String> failing = () -> {
            waits.remove(Thread.currentThread());
            int run = runs.incrementAndGet();
            if (run <= 2) {
                awaitNewWaits(waits, 5 - run);
            } else {
                meet(beside);
            }
            throw new IllegalStateException("down");
        };

        List<String> results = Together.run(5, () -> {
            waits.put(Thread.currentThread(), "none");
            try {
                return cache.getOrSet("key", failing);
            } catch (IllegalStateException e) {
                return String.valueOf(e.getMessage());
            }
        });

        assertThat(results).hasSize(5).containsOnly("down");
        assertThat(runs).hasValue(5);
    }

    /** Until so many threads wait for something else than before. */
    private static void awaitNewWaits(Map<Thread, Object> waits, int number) {
        Map<Thread, Object> found = new HashMap<>();
        while (found.size() < number) {
            waits.forEach((thread, before) -> {
                Object now = LockSupport.getBlocker(thread);
                if (now != null && now != before) {
                    found.put(thread, now);
                }
            });
        }
        waits.putAll(found);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

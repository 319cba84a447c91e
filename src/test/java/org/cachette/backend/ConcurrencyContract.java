package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several threads at once. */
public interface ConcurrencyContract extends UnderTest {

    @Test
    @Tag("DJ-API-15")
    default void sixteenThreadsLoseNoCount() throws Exception {
        cache().set("count", 0L);

        Together.run(16, () -> {
            for (int i = 0; i < 200; i++) {
                cache().incr("count");
            }
            return 0;
        });

        assertThat(cache().get("count")).contains(16 * 200L);
    }

    @Test
    @Tag("DJ-API-06")
    default void addHasOneWinner() throws Exception {
        for (int round = 0; round < 20; round++) {
            String key = "round" + round;
            AtomicInteger number = new AtomicInteger();

            List<Boolean> added = Together.run(16, () -> cache().add(key, number.incrementAndGet()));

            assertThat(added).filteredOn(won -> won).hasSize(1);
        }
    }

    @Test
    @Tag("DJ-API-22")
    default void concurrentMissesOfOneKeyRunTheSupplierOnce() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger asking = new AtomicInteger();
        CountDownLatch several = new CountDownLatch(2);

        List<String> values = Together.run(16, () -> {
            asking.incrementAndGet();
            several.countDown();
            return cache().getOrSet("key", () -> {
                awaitQuietly(several);
                return "run " + runs.incrementAndGet();
            });
        });

        assertThat(runs).hasValue(1);
        assertThat(asking).hasValue(16);
        assertThat(values).hasSize(16).containsOnly("run 1");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

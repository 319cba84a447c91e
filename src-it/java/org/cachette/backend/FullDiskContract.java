package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.cachette.Cache;
import org.cachette.KeyNotFoundException;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers see of a store whose disk is full to the last byte, and has room again. */
public abstract class FullDiskContract<S extends FullStore> {

    private final LogRecords log = new LogRecords();

    /** What the store is on, or the store, so that it can be filled. */
    protected abstract S startedStore();

    /** Caches in that store. */
    protected abstract NamedCaches open(S store);

    @AfterEach
    final void closeTheLog() {
        log.close();
    }

    @Test
    final void aFullDiskIsARefusedEntryAndNeverHalfAOne() {
        try (S disk = startedStore();
                NamedCaches caches = open(disk)) {
            Cache cache = caches.getDefault();
            String old = text(1);
            cache.set("first", old);
            cache.set("second", old);
            cache.set("count", 1);
            assertThat(cache.get("first")).contains(old);

            disk.fill();
            awaitRefusal(cache);
            long count = 1;
            for (int i = 0; i < 50; i++) {
                String fresh = text(2 + i);
                cache.set("first", fresh);
                disk.fill(); // the room of an old value that went
                assertThat(cache.get("first")).isIn(Optional.empty(), Optional.of(old), Optional.of(fresh));
                assertThat(cache.setMany(Map.of("new", fresh))).containsExactly("new");
                assertThat(cache.get("new")).isEmpty();
                assertThat(cache.add("new", fresh)).isFalse();
                assertThat(cache.getMany(List.of("second", "new"))).isIn(Map.of(), Map.of("second", old));
                assertThat(cache.<String>getOrSet("computed", () -> "computed")).isEqualTo("computed");
                count = counted(cache, count);
            }
            assertThat(log.warnings()).singleElement().asString().contains("\"default\"");

            disk.free();
            awaitUse(cache);
        }
        assertThat(log.warnings()).hasSize(1);
    }

    /** A store may have some room of its own left. */
    private static void awaitRefusal(Cache cache) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !cache.add("filling" + System.nanoTime(), text(0)));
    }

    /** The count, which is right or not there. */
    private static long counted(Cache cache, long before) {
        try {
            assertThat(cache.incr("count")).isEqualTo(before + 1);
            return before + 1;
        } catch (KeyNotFoundException e) {
            cache.get("count").ifPresent(left -> assertThat(left).isEqualTo(before));
            return before;
        }
    }

    private static void awaitUse(Cache cache) {
        String value = text(0);
        await().atMost(OutageContract.RECOVERY)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    cache.set("probe", value);
                    return cache.get("probe").isPresent();
                });
        assertThat(cache.get("probe")).contains(value);
    }

    /** That no store makes shorter. */
    private static String text(int seed) {
        return new Random(seed)
                .ints(100_000, 'A', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

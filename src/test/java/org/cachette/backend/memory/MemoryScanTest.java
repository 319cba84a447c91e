package org.cachette.backend.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for once does not push out what is asked for all the time. */
final class MemoryScanTest {

    private static final int CAPACITY = 1000;
    private static final int HOT = 300;

    private final Random random = new Random(7);
    private final Cache cache = new NamedCaches(
                    Settings.read(Configs.of("cachette.caches.default.max-entries", "" + CAPACITY)), new ManualClock())
            .getDefault();

    @Test
    @Tag("REV-1")
    void aScanOfTenTimesTheCapacityLeavesTheHotSetWhereItIs() {
        warmUp();
        for (int scanned = 0; scanned < 10 * CAPACITY; scanned++) {
            cache.set("scan " + scanned, "once");
        }
        long left =
                IntStream.range(0, HOT).filter(i -> cache.hasKey("hot " + i)).count();

        assertThat(left).isGreaterThan(HOT * 95 / 100);
    }

    @ParameterizedTest
    @Tag("REV-1")
    @ValueSource(ints = {1, 10})
    void aScanLeavesTheHitRateOfTheHotSetNearlyUnchanged(int turns) {
        warmUp();
        double before = hitRate(0, 2 * CAPACITY);

        double during = hitRate(turns, 10 * CAPACITY / turns);

        assertThat(before).isEqualTo(1.0);
        assertThat(during).isGreaterThan(0.97);
    }

    /** What is used most is known from the time on when the cache is half full. */
    private void warmUp() {
        for (int i = 0; i < CAPACITY - HOT; i++) {
            cache.set("other " + i, "once");
        }
        for (int i = 0; i < 20 * HOT; i++) {
            isHotHit();
        }
    }

    /** That of the hot set while so many new keys come between each two requests for one of it. */
    private double hitRate(int turns, int requests) {
        int hits = 0;
        int scanned = 0;
        for (int request = 0; request < requests; request++) {
            for (int turn = 0; turn < turns; turn++) {
                cache.getOrSet("scan " + turns + " " + scanned++, () -> "once");
            }
            hits += isHotHit() ? 1 : 0;
        }
        return (double) hits / requests;
    }

    private boolean isHotHit() {
        String key = "hot " + random.nextInt(HOT);
        boolean hit = cache.get(key).isPresent();
        if (!hit) {
            cache.set(key, "hot");
        }
        return hit;
    }
}

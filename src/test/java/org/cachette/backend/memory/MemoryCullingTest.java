package org.cachette.backend.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.backend.Configs;
import org.cachette.backend.LogRecords;
import org.cachette.backend.ManualClock;
import org.cachette.backend.Together;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class MemoryCullingTest {

    private static Cache cache(int maxEntries, int cullFrequency) {
        return new NamedCaches(
                        Settings.read(Configs.of(
                                "cachette.caches.default.max-entries", "" + maxEntries,
                                "cachette.caches.default.cull-frequency", "" + cullFrequency)),
                        new ManualClock())
                .getDefault();
    }

    private static void set(Cache cache, int from, int to) {
        IntStream.range(from, to).forEach(i -> cache.set("key" + i, "value"));
    }

    private static List<Integer> numbersIn(Cache cache, int to) {
        return IntStream.range(0, to)
                .boxed()
                .filter(i -> cache.hasKey("key" + i))
                .toList();
    }

    @Test
    @Tag("DJ-LOCMEM-08")
    @Tag("DJ-LOCMEM-09")
    @Tag("DJ-LOCMEM-10")
    @Tag("DJ-CFG-14")
    void fortyNineEntriesOfThirtyLeaveTwentyNineWhenAThirdIsDropped() {
        Cache cache = cache(30, 3);

        set(cache, 1, 50);

        assertThat(numbersIn(cache, 50)).hasSize(29);
    }

    @Test
    @Tag("DJ-LOCMEM-10")
    @Tag("DJ-CFG-14")
    void fortyNineEntriesOfThirtyLeaveNineteenWhenAllAreDropped() {
        Cache cache = cache(30, 0);

        set(cache, 1, 50);

        assertThat(numbersIn(cache, 50)).hasSize(19);
    }

    @Test
    @Tag("DJ-CFG-13")
    void threeHundredEntriesAreThereUntilAnotherComes() {
        Cache cache = new NamedCaches(Settings.read(Configs.of()), new ManualClock()).getDefault();

        set(cache, 0, 300);
        assertThat(numbersIn(cache, 300)).hasSize(300);
        set(cache, 300, 301);

        assertThat(numbersIn(cache, 301)).hasSize(201);
    }

    @Test
    @Tag("DJ-LOCMEM-08")
    void replacingAValueInAFullCacheCullsToo() {
        Cache cache = cache(9, 3);
        set(cache, 0, 9);

        cache.set("key8", "again");

        assertThat(numbersIn(cache, 9)).hasSizeBetween(6, 7).contains(8);
    }

    @Test
    @Tag("DJ-LOCMEM-08")
    void whatAddFindsPresentCullsNothing() {
        Cache cache = cache(9, 3);
        set(cache, 0, 9);

        cache.add("key8", "again");
        cache.touch("key8");

        assertThat(numbersIn(cache, 9)).hasSize(9);
    }

    @Test
    @Tag("DJ-LOCMEM-14")
    void aCullDropsAtLeastOne() {
        Cache cache = cache(1, 3);

        set(cache, 0, 3);

        assertThat(numbersIn(cache, 3)).containsExactly(2);
    }

    @Test
    @Tag("DJ-LOCMEM-06")
    @Tag("DJ-LOCMEM-11")
    void whatWasReadIsKeptBeforeWhatWasNot() {
        Cache cache = cache(9, 3);
        set(cache, 0, 9);
        IntStream.range(0, 6).forEach(i -> cache.get("key" + i));

        set(cache, 9, 10);

        assertThat(numbersIn(cache, 10)).containsExactly(0, 1, 2, 3, 4, 5, 9);
    }

    @Test
    void whatWasJustSetIsThereInAFullCache() {
        Cache cache = cache(50, 3);

        for (int i = 0; i < 1000; i++) {
            set(cache, i, i + 1);
            assertThat(cache.hasKey("key" + i)).isTrue();
        }
    }

    @Test
    void aFullCacheStaysWithinItsLimitWhenSeveralThreadsWrite() throws Exception {
        Cache cache = cache(100, 3);

        Together.run(8, () -> {
            set(cache, 0, 500);
            return 0;
        });

        assertThat(numbersIn(cache, 500)).hasSizeBetween(1, 107);
    }

    @Test
    void theFirstCullTellsOnceWhichSettingToRaise() {
        try (LogRecords log = new LogRecords()) {
            Cache cache = cache(30, 3);

            set(cache, 0, 30);
            assertThat(log.messages(Level.INFO)).isEmpty();
            set(cache, 30, 100);

            assertThat(log.messages(Level.INFO))
                    .singleElement()
                    .asString()
                    .contains("cachette.caches.default.max-entries");
        }
    }

    @Test
    void maxBytesBoundsWhatIsKept() {
        Cache cache = new NamedCaches(
                        Settings.read(Configs.of(
                                "cachette.caches.default.max-entries", "100000",
                                "cachette.caches.default.options.max-bytes", "10000")),
                        new ManualClock())
                .getDefault();
        IntStream.range(0, 100).forEach(i -> cache.set("key" + i, "x".repeat(1000)));

        assertThat(numbersIn(cache, 100)).hasSizeBetween(1, 10);
    }
}

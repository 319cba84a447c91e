package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a store of this process makes room, with Django's counts and the least used first. */
public interface CullingContract {

    /** An empty cache with settings that come in turn with their values. */
    Cache open(String... settings);

    /** The clock of all caches. */
    ManualClock clock();

    /** How many entries the store holds, of those with a number below that. */
    default int stored(Cache cache, int to) {
        return numbersIn(cache, to).size();
    }

    default Cache open(int maxEntries, int cullFrequency) {
        return open("max-entries", "" + maxEntries, "cull-frequency", "" + cullFrequency);
    }

    static void set(Cache cache, int from, int to) {
        IntStream.range(from, to).forEach(i -> cache.set("key" + i, "value"));
    }

    static List<Integer> numbersIn(Cache cache, int to) {
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
    @Tag("DJ-FILE-19")
    @Tag("DJ-FILE-20")
    @Tag("DJ-FILE-21")
    default void fortyNineEntriesOfThirtyLeaveTwentyNineWhenAThirdIsDropped() {
        Cache cache = open(30, 3);

        set(cache, 1, 50);

        assertThat(numbersIn(cache, 50)).hasSize(29).contains(49);
        assertThat(stored(cache, 50)).isEqualTo(29);
    }

    @Test
    @Tag("DJ-LOCMEM-10")
    @Tag("DJ-CFG-14")
    @Tag("DJ-FILE-21")
    default void fortyNineEntriesOfThirtyLeaveNineteenWhenAllAreDropped() {
        Cache cache = open(30, 0);

        set(cache, 1, 50);

        assertThat(numbersIn(cache, 50)).hasSize(19);
        assertThat(stored(cache, 50)).isEqualTo(19);
    }

    @Test
    @Tag("DJ-CFG-13")
    default void threeHundredEntriesAreThereUntilAnotherComes() {
        Cache cache = open();

        set(cache, 0, 300);
        assertThat(numbersIn(cache, 300)).hasSize(300);
        set(cache, 300, 301);

        assertThat(numbersIn(cache, 301)).hasSize(201);
    }

    @Test
    @Tag("DJ-LOCMEM-08")
    @Tag("DJ-FILE-19")
    default void replacingAValueInAFullCacheCullsToo() {
        Cache cache = open(9, 3);
        set(cache, 0, 9);

        cache.set("key8", "again");

        assertThat(numbersIn(cache, 9)).hasSizeBetween(6, 7).contains(8);
    }

    @Test
    @Tag("DJ-LOCMEM-08")
    default void whatAddFindsPresentCullsNothing() {
        Cache cache = open(9, 3);
        set(cache, 0, 9);

        cache.add("key8", "again");
        cache.touch("key8");

        assertThat(numbersIn(cache, 9)).hasSize(9);
    }

    @Test
    @Tag("DJ-LOCMEM-14")
    default void aCullDropsAtLeastOne() {
        Cache cache = open(1, 3);

        set(cache, 0, 3);

        assertThat(numbersIn(cache, 3)).containsExactly(2);
    }

    @Test
    @Tag("DJ-LOCMEM-06")
    @Tag("DJ-LOCMEM-11")
    default void whatWasReadIsKeptBeforeWhatWasNot() {
        Cache cache = open(9, 3);
        set(cache, 0, 9);
        IntStream.range(0, 6).forEach(i -> cache.get("key" + i));

        set(cache, 9, 10);

        assertThat(numbersIn(cache, 10)).containsExactly(0, 1, 2, 3, 4, 5, 9);
    }

    @Test
    @Tag("DJ-LOCMEM-12")
    default void whatWasSetAgainIsKeptBeforeWhatWasNot() {
        Cache cache = open(9, 3);
        set(cache, 0, 9);
        set(cache, 3, 9);

        set(cache, 9, 10);

        assertThat(numbersIn(cache, 10)).containsExactly(3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @Tag("DJ-LOCMEM-13")
    default void whatWasCountedIsKeptBeforeWhatWasNot() {
        Cache cache = open(9, 3);
        IntStream.range(0, 9).forEach(i -> cache.set("key" + i, i));
        IntStream.range(0, 6).forEach(i -> cache.incr("key" + i));

        set(cache, 9, 10);

        assertThat(numbersIn(cache, 10)).containsExactly(0, 1, 2, 3, 4, 5, 9);
    }

    @Test
    @Tag("DJ-LOCMEM-07")
    default void askingWhetherAKeyIsThereIsNoUse() {
        Cache cache = open(9, 3);
        set(cache, 0, 9);
        IntStream.range(0, 3).forEach(i -> cache.hasKey("key" + i));

        set(cache, 9, 10);

        assertThat(numbersIn(cache, 10)).containsExactly(3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @Tag("DJ-LOCMEM-16")
    default void anExpiredEntryTakesUpRoomUntilItIsMet() {
        Cache cache = open(9, 3);
        set(cache, 0, 8);
        cache.set("met", "value", Timeout.ofSeconds(1));
        clock().pass(Duration.ofSeconds(2));
        assertThat(cache.get("met")).isEmpty();

        set(cache, 8, 9);

        assertThat(numbersIn(cache, 9)).hasSize(9);
    }

    @Test
    default void whatWasJustSetIsThereInAFullCache() {
        Cache cache = open(50, 3);

        for (int i = 0; i < 1000; i++) {
            set(cache, i, i + 1);
            assertThat(cache.hasKey("key" + i)).isTrue();
        }
    }

    @Test
    default void aFullCacheStaysWithinItsLimitWhenSeveralThreadsWrite() throws Exception {
        Cache cache = open(100, 3);

        Together.run(8, () -> {
            set(cache, 0, 500);
            return 0;
        });

        assertThat(stored(cache, 500)).isBetween(1, 107);
    }

    @Test
    default void theFirstCullTellsOnceWhichSettingToRaise() {
        try (LogRecords log = new LogRecords()) {
            Cache cache = open(30, 3);

            set(cache, 0, 30);
            assertThat(log.messages(Level.INFO)).isEmpty();
            set(cache, 30, 100);

            assertThat(log.messages(Level.INFO))
                    .singleElement()
                    .asString()
                    .contains("cachette.caches.default.max-entries");
        }
    }
}

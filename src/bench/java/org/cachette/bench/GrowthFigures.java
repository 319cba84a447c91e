package org.cachette.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.cachette.bench.Rounds.Measured;
import org.cachette.bench.Throughput.Work;

/** What a write costs among more and more entries: an entry of a full cache is set again, another one each time. */
final class GrowthFigures {

    private static final List<Integer> SIZES = List.of(1_000, 30_000, 1_000_000);
    private static final int AT_ONCE = 1_000;
    private static final byte[] VALUE = new byte[100];

    /** Prime, so that the keys of each cache are met in no order, and each before one is met again. */
    private static final long STRIDE = 7_919;

    private final Report report;

    GrowthFigures(Report report) {
        this.report = report;
    }

    /** Fills caches that hold that many entries, and measures. */
    void print(String store, IntFunction<OneCache> ofSize) throws InterruptedException {
        List<OneCache> opened = new ArrayList<>();
        Map<String, Work> contenders = new LinkedHashMap<>();
        for (int size : SIZES) {
            OneCache one = ofSize.apply(size);
            opened.add(one);
            fill(one.cache(), size);
            contenders.put(String.format(Locale.ROOT, "%,d entries", size), number -> one.cache()
                    .set(key(STRIDE * number % size), VALUE, Timeout.FOREVER));
        }
        Map<String, Measured> measured = Throughput.alternate(1, contenders);
        report.section(store + ": set of 100 bytes among more and more entries");
        measured.forEach(report::time);
        report.below("largest cost to smallest", Rounds.spread(measured.values()), 1.5);
        opened.forEach(OneCache::close);
    }

    private static void fill(Cache cache, int size) {
        for (int from = 0; from < size; from += AT_ONCE) {
            Map<String, byte[]> entries = new HashMap<>();
            for (int i = from; i < from + AT_ONCE; i++) {
                entries.put(key(i), VALUE);
            }
            cache.setMany(entries, Timeout.FOREVER);
        }
        if (!cache.hasKey(key(0)) || !cache.hasKey(key(size - 1))) {
            throw new IllegalStateException("the cache does not hold " + size + " entries");
        }
    }

    private static String key(long number) {
        return "entry-" + number;
    }
}

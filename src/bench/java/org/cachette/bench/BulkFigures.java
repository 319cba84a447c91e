package org.cachette.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.bench.Rounds.Measured;

/** One {@code getMany} of 100 keys beside 100 times {@code get}. */
final class BulkFigures {

    private static final List<String> KEYS =
            IntStream.range(0, 100).mapToObj(i -> "many-" + i).toList();

    private final Report report;

    BulkFigures(Report report) {
        this.report = report;
    }

    /** @param target for how many times as fast it is to be; 1 where it is only to be no slower */
    void print(String store, Cache cache, double target) throws InterruptedException {
        KEYS.forEach(key -> cache.set(key, new byte[100]));
        Map<String, Measured> measured = Throughput.alternate(
                1,
                new TreeMap<>(Map.of(
                        "getMany", number -> expectAll(cache.getMany(KEYS).size()),
                        "get, 100 times",
                                number -> expectAll((int) KEYS.stream()
                                        .filter(key -> cache.get(key).isPresent())
                                        .count()))));
        report.section(store + ": getMany of 100 keys of 100 bytes");
        measured.forEach(report::time);
        report.atLeast("times as fast as get", measured.get("getMany").ratioTo(measured.get("get, 100 times")), target);
    }

    private static void expectAll(int found) {
        if (found != KEYS.size()) {
            throw new IllegalStateException("found " + found + " of " + KEYS.size());
        }
    }
}

package org.cachette.bench;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.Caches;
import org.cachette.Timeout;
import org.cachette.annotation.CachePage;
import org.cachette.bench.Rounds.Measured;

/**
 * Hits on a few hundred small pages in turn, in caches that hold more and more other entries. Fair: all in one JVM, with
 * the same code and as many pages, so that only the crowd around them grows.
 */
final class CrowdedPages {

    private static final int PAGES = 500;
    private static final int BATCHES = 100;
    private static final int BATCH = 500;
    private static final String HUNDRED_BYTES = "0123456789".repeat(10);

    /** The caches by the number of their entries. */
    private static final Map<Integer, String> CACHES = Map.of(1_000, "few", 100_000, "many", 1_000_000, "most");

    private final Site site;
    private int last;

    private CrowdedPages(Site site) {
        this.site = site;
    }

    /** What a hit costs by the number of entries, of so many alternating rounds. */
    static Map<Integer, Measured> measure(int rounds) {
        System.setProperty("cachette.caches.default.max-entries", "300");
        CACHES.values().forEach(cache -> {
            System.setProperty("cachette.caches." + cache + ".location", cache);
            System.setProperty("cachette.caches." + cache + ".max-entries", "2000000");
        });
        try (Site site = Site.start(Small.class)) {
            return new CrowdedPages(site).alternate(rounds);
        }
    }

    private Map<Integer, Measured> alternate(int rounds) {
        Map<Integer, Measured> measured = new LinkedHashMap<>();
        CACHES.keySet().stream().sorted().forEach(entries -> {
            fill(entries, CACHES.get(entries));
            measured.put(entries, new Measured(new ArrayList<>(), new ArrayList<>()));
        });
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<Integer, Measured> each : measured.entrySet()) {
                double nanoseconds = fastestTenth(CACHES.get(each.getKey()));
                if (round >= 0) {
                    each.getValue().nanoseconds().add(nanoseconds);
                }
            }
        }
        return measured;
    }

    private void fill(int entries, String name) {
        Cache cache = CDI.current().select(Caches.class).get().get(name);
        List<URI> pages = pages(name);
        pages.forEach(site::get);
        for (int i = PAGES; i < entries; i++) {
            cache.set("entry-" + i, HUNDRED_BYTES, Timeout.FOREVER);
        }
        if (pages.stream().anyMatch(page -> site.header(page, "Age") == null)
                || cache.get("entry-" + (entries - 1)).isEmpty()) {
            throw new IllegalStateException("not in the cache");
        }
    }

    private double fastestTenth(String name) {
        List<URI> pages = pages(name);
        double[] batches = IntStream.range(0, BATCHES)
                .mapToDouble(batch -> nanoseconds(pages))
                .sorted()
                .toArray();
        return Arrays.stream(batches).limit(BATCHES / 10).average().orElseThrow();
    }

    private double nanoseconds(List<URI> pages) {
        long start = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
            last = (last + 1) % PAGES;
            site.get(pages.get(last));
        }
        return (System.nanoTime() - start) / (double) BATCH;
    }

    private static List<URI> pages(String name) {
        return IntStream.range(0, PAGES)
                .mapToObj(i -> Site.page(name + "?number=" + i))
                .toList();
    }

    @Path("/")
    public static class Small {

        @GET
        @Path("few")
        @Produces("text/plain")
        @CachePage(value = 60 * 15, cache = "few")
        public String few() {
            return HUNDRED_BYTES;
        }

        @GET
        @Path("many")
        @Produces("text/plain")
        @CachePage(value = 60 * 15, cache = "many")
        public String many() {
            return HUNDRED_BYTES;
        }

        @GET
        @Path("most")
        @Produces("text/plain")
        @CachePage(value = 60 * 15, cache = "most")
        public String most() {
            return HUNDRED_BYTES;
        }
    }
}

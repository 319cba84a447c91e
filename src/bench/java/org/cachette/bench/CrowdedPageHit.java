package org.cachette.bench;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.cachette.annotation.CachePage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Hits on a few hundred small pages in turn, in a cache that holds many other entries. Fair: the pages asked for are as
 * many in every cache, so that only the crowd around them grows.
 */
@State(Scope.Thread)
public class CrowdedPageHit {

    private static final int PAGES = 500;
    private static final String HUNDRED_BYTES = "0123456789".repeat(10);

    @Param({"1000", "100000", "1000000"})
    public int entries;

    private final URI[] pages = IntStream.range(0, PAGES)
            .mapToObj(i -> Site.page("page?number=" + i))
            .toArray(URI[]::new);
    private Site site;
    private int last;

    @Setup
    public void fill() {
        System.setProperty("cachette.caches.default.max-entries", "2000000");
        site = Site.start(Small.class);
        for (URI page : pages) {
            site.get(page);
        }
        Cache cache = CDI.current().select(Cache.class).get();
        for (int i = PAGES; i < entries; i++) {
            cache.set("entry-" + i, HUNDRED_BYTES, Timeout.FOREVER);
        }
        for (URI page : pages) {
            if (site.header(page, "Age") == null) {
                throw new IllegalStateException("not a hit");
            }
        }
        Rounds.warmUp(this::get);
    }

    @Benchmark
    public int get() {
        last = (last + 1) % PAGES;
        return site.get(pages[last]);
    }

    @TearDown
    public void end() {
        site.close();
    }

    @Path("page")
    public static class Small {
        @GET
        @Produces("text/plain")
        @CachePage(60 * 15)
        public String text() {
            return HUNDRED_BYTES;
        }
    }
}

package org.cachette.fragment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cachette.Cache;
import org.cachette.Caches;
import org.cachette.Timeout;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.http.CacheDirectives;
import org.cachette.named.NamedCaches;
import org.cachette.page.Exchange;
import org.cachette.page.OwnChanges;
import org.cachette.page.PageCache;
import org.cachette.page.PageStore;
import org.jspecify.annotations.Nullable;

/** Fragments in memory, with a clock that stands still and requests that begin when a test says so. */
final class GivenFragments {

    static final Timeout TWO_MINUTES = Timeout.ofSeconds(120);
    static final CacheDirectives PRIVATE = CacheDirectives.builder().isPrivate().build();

    final ManualClock clock = new ManualClock();
    final NamedCaches caches;
    final FragmentCache fragments;
    private final PageStore pages;
    private @Nullable Exchange exchange;

    /** The id of the session of the request that is being answered; null for none. */
    @Nullable
    String session;

    GivenFragments(String... settings) {
        caches = new NamedCaches(Settings.read(Configs.of(settings)), clock);
        fragments = in(caches);
        pages = new PageStore(new PageCache(caches, clock, Duration.ZERO), clock, false, 1000, false);
    }

    FragmentCache in(Caches some) {
        return new FragmentCache(some, caches.computations(), clock, () -> exchange, () -> session, OwnChanges.NONE);
    }

    Cache cache() {
        return caches.getDefault();
    }

    /** From now on a request is being answered. */
    Exchange begin() {
        Exchange begun = new Exchange("GET");
        exchange = begun;
        return begun;
    }

    /** From now on none is. */
    void end() {
        exchange = null;
    }

    /** The headers that a page without any gets by what was declared. */
    Map<String, List<String>> headers(Exchange of) {
        return pages.declare(of, 200, Map.of());
    }

    /** A body that must not run. */
    static Supplier<String> never() {
        return () -> {
            throw new AssertionError("the body ran");
        };
    }
}

package org.cachette.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The generations of pages, in the cache beside the pages, so that all who share the store agree. They are asked for
 * together with the page, in one round trip, under the key that was right the last time; only where the generations have
 * changed meanwhile is there a second one. Where they got lost, all pages begin anew. Until somebody may drop pages by
 * prefix they are not asked for at all. Safe for use by several threads.
 */
final class Generations {

    private static final int MOST_TURNS = 3;

    private final ConcurrentMap<PageRegion, PageGenerations> known = new ConcurrentHashMap<>();
    private final Lease lease = new Lease();
    private volatile boolean used;

    /**
     * What was read.
     *
     * @param generation of the page; null when it is not known, so that nothing can be stored
     * @param key that of the URL in this generation
     */
    record Read(
            @Nullable String generation,
            String key,
            @Nullable Object entry) {}

    /** From now on page keys have generations. */
    void use() {
        used = true;
    }

    /** The entry of a URL. */
    Read read(Cache cache, PageRegion region, URI uri, String urlKey) {
        if (!used) {
            return new Read("", urlKey, cache.get(urlKey).orElse(null));
        }
        String mark = mark(region);
        PageGenerations state = known.get(region);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            if (state != null) {
                String generation = state.of(uri);
                String key = key(urlKey, generation);
                Map<String, Object> found = cache.getMany(List.of(mark, key));
                if (state.equals(PageGenerations.parse(found.get(mark)).orElse(null))) {
                    return new Read(generation, key, found.get(key));
                }
            }
            state = learn(cache, region);
        }
        return new Read(null, urlKey, null);
    }

    /** The key under which a URL's entry is now. */
    String current(Cache cache, PageRegion region, URI uri, String urlKey) {
        PageGenerations state = used ? learn(cache, region) : null;
        return state == null ? urlKey : key(urlKey, state.of(uri));
    }

    /** The key of a URL's entry in a generation. A key's last part has its length before it, so that none ends so. */
    static String key(String urlKey, String generation) {
        return generation.isEmpty() ? urlKey : urlKey + "@" + generation;
    }

    /** Puts other generations in the place of those there are. False when the store does not work. */
    boolean change(Cache cache, PageRegion region, UnaryOperator<PageGenerations> change) {
        use();
        String mark = mark(region);
        return lease.hold(cache, mark + "!", isStillHeld -> {
            PageGenerations now = learn(cache, region);
            if (now == null || !isStillHeld.getAsBoolean()) {
                return false;
            }
            cache.set(mark, change.apply(now).toString(), Timeout.FOREVER);
            PageGenerations then = learn(cache, region);
            return then != null && !then.equals(now);
        });
    }

    /** What stands in the cache, or is begun there; null when the cache keeps nothing. */
    private @Nullable PageGenerations learn(Cache cache, PageRegion region) {
        String mark = mark(region);
        Object entry = cache.get(mark).orElse(null);
        PageGenerations state = PageGenerations.parse(entry).orElse(null);
        if (state == null) {
            String begun = PageGenerations.begin().toString();
            if (entry == null) {
                cache.add(mark, begun, Timeout.FOREVER);
            } else {
                cache.set(mark, begun, Timeout.FOREVER);
            }
            state = PageGenerations.parse(cache.get(mark).orElse(null)).orElse(null);
        }
        if (state == null) {
            known.remove(region);
        } else {
            known.put(region, state);
        }
        return state;
    }

    private static String mark(PageRegion region) {
        return ShortKeys.of("pages", "pages|" + region.keyPrefix());
    }
}

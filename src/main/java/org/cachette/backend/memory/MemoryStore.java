package org.cachette.backend.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.cachette.backend.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one location. Caffeine keeps them and knows which are used least; when to drop how many is counted
 * here, as Django does. An expired entry leaves when it is met, or by a cull; until then it takes up room.
 */
final class MemoryStore {

    private static final System.Logger LOG = System.getLogger(MemoryStore.class.getName());

    private final String cache;
    private final String settingToRaise;
    private final Limits limits;
    private final InstantSource clock;
    private final Cache<String, Entry<Object>> entries;
    private final ConcurrentMap<String, Entry<Object>> map;
    private final Policy.Eviction<String, Entry<Object>> order;
    private final ReentrantLock culling = new ReentrantLock();
    private boolean culled;

    /** The cache and its setting are those of the first one on this location, for messages. */
    MemoryStore(String cache, String settingToRaise, Limits limits, InstantSource clock) {
        this.cache = cache;
        this.settingToRaise = settingToRaise;
        this.limits = limits;
        this.clock = clock;
        this.entries = limits.maxBytes() == Limits.UNBOUNDED
                ? Caffeine.newBuilder()
                        .executor(Runnable::run)
                        .maximumSize(room(limits))
                        .build()
                : Caffeine.newBuilder()
                        .executor(Runnable::run)
                        .maximumWeight(limits.maxBytes())
                        .weigher((String key, Entry<Object> entry) -> Weights.of(entry.value()))
                        .build();
        this.map = entries.asMap();
        this.order = entries.policy().eviction().orElseThrow();
    }

    /**
     * More than there can be: Caffeine is never to drop an entry by itself, which might be the one just set, even when
     * several threads write to a store that is nearly full. It watches use from half of this size on.
     */
    private static long room(Limits limits) {
        return limits.maxEntries() + limits.maxEntries() / 4L + 2;
    }

    String cache() {
        return cache;
    }

    Limits limits() {
        return limits;
    }

    @Nullable
    Entry<Object> find(String key) {
        Entry<Object> entry = entries.getIfPresent(key);
        return entry == null ? null : unexpired(key, entry);
    }

    /** Does not count as use. */
    boolean has(String key) {
        Entry<Object> entry = entries.policy().getIfPresentQuietly(key);
        return entry != null && unexpired(key, entry) != null;
    }

    private @Nullable Entry<Object> unexpired(String key, Entry<Object> entry) {
        if (entry.expiry() != Entry.NEVER && entry.isExpired(clock.millis())) {
            map.remove(key, entry);
            return null;
        }
        return entry;
    }

    void set(String key, Entry<Object> entry) {
        makeRoom();
        entries.put(key, entry);
    }

    boolean add(String key, Entry<Object> entry) {
        if (has(key)) {
            return false;
        }
        makeRoom();
        long now = clock.millis();
        boolean[] added = {true};
        map.merge(key, entry, (old, mine) -> {
            added[0] = old.isExpired(now);
            return added[0] ? mine : old;
        });
        return added[0];
    }

    /** Puts another entry in place of one that is there; atomic. Null when there is none. */
    @Nullable
    Entry<Object> replace(String key, UnaryOperator<Entry<Object>> change) {
        long now = clock.millis();
        return map.computeIfPresent(key, (same, old) -> old.isExpired(now) ? null : change.apply(old));
    }

    boolean delete(String key) {
        Entry<Object> old = map.remove(key);
        return old != null && !old.isExpired(clock.millis());
    }

    void clear() {
        entries.invalidateAll();
    }

    private void makeRoom() {
        if (entries.estimatedSize() < limits.maxEntries()) {
            return;
        }
        culling.lock();
        try {
            long size = entries.estimatedSize();
            if (size >= limits.maxEntries()) {
                cull(size);
            }
        } finally {
            culling.unlock();
        }
    }

    private void cull(long size) {
        tellOnce();
        if (limits.cullFrequency() == 0) {
            entries.invalidateAll();
            return;
        }
        long victims = Math.max(1, size / limits.cullFrequency());
        List<String> coldest = order.coldest(
                all -> all.limit(victims).map(Policy.CacheEntry::getKey).toList());
        entries.invalidateAll(coldest);
    }

    private void tellOnce() {
        if (!culled) {
            culled = true;
            LOG.log(
                    System.Logger.Level.INFO,
                    "Cache \"" + cache + "\" is full with " + limits.maxEntries() + " entries and drops some that are"
                            + " used least, from now on without a word: raise " + settingToRaise + " to keep more.");
        }
    }
}

package org.cachette.backend.tiered;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.cachette.backend.Backend;
import org.cachette.backend.Rest;
import org.cachette.backend.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * The copies of one cache in one process, under keys of their own: neither another cache on the same store nor another
 * process ever finds them. Never fails: a copy that cannot be had is none, and where one cannot be dropped, all go.
 */
final class Near<N> {

    private final Backend<N> store;
    private final String keyStart;
    private final InstantSource clock;
    private final long longestLife;
    private final Trouble trouble;
    private final Rest rest = new Rest();
    private final Stamps stamps = new Stamps();

    /** Part of each copy's key, so that a new one leaves all copies unreachable, until they expire. */
    private final AtomicLong generation = new AtomicLong();

    Near(Backend<N> store, String cache, String nearCache, InstantSource clock, Duration longestLife) {
        this.store = store;
        this.keyStart = "tiered:" + cache + ":" + UUID.randomUUID() + ":";
        this.clock = clock;
        this.longestLife = longestLife.toMillis();
        this.trouble = new Trouble(
                "The near store \"" + nearCache + "\" of cache \"" + cache
                        + "\" fails; until it works again there are no" + " copies",
                "The near store \"" + nearCache + "\" of cache \"" + cache + "\" works again.",
                false);
    }

    N encode(Object value) {
        return store.encode(value);
    }

    Object decode(N stored) {
        return store.decode(stored);
    }

    private String key(String fullKey) {
        return keyStart + generation.get() + ":" + fullKey;
    }

    @Nullable
    N get(String fullKey) {
        if (!rest.allows(System.nanoTime())) {
            return null;
        }
        try {
            N copy = store.get(key(fullKey));
            rest.succeeded();
            return copy;
        } catch (RuntimeException e) {
            failed(e);
            return null;
        }
    }

    /** The copies of those keys that have one. */
    Map<String, N> getMany(Collection<String> fullKeys) {
        Map<String, N> found = new HashMap<>();
        List<String> asked = new ArrayList<>(fullKeys);
        List<String> keys = asked.stream().map(this::key).toList();
        attempt(() -> {
            Map<String, N> copies = store.getMany(keys);
            for (int i = 0; i < keys.size(); i++) {
                N copy = copies.get(keys.get(i));
                if (copy != null) {
                    found.put(asked.get(i), copy);
                }
            }
        });
        return found;
    }

    /** To be given back with what is read from the far store after this. */
    long beginReading(String fullKey) {
        return stamps.of(fullKey);
    }

    /** Keeps a copy, unless the entry may have changed meanwhile. */
    void keep(String fullKey, long stamp, N value, long expiry) {
        String key = key(fullKey);
        stamps.ifStill(fullKey, stamp, () -> put(key, value, expiry));
    }

    /** To be given back when the entry has been written in the far store. */
    long beginWriting(String fullKey) {
        return stamps.next(fullKey);
    }

    /** Replaces the copy; drops it where somebody else wrote at the same time, so that nobody knows who was last. */
    void written(String fullKey, long stamp, N value, long expiry) {
        String key = key(fullKey);
        stamps.replace(fullKey, stamp, alone -> {
            if (!alone || !put(key, value, expiry)) {
                remove(fullKey);
            }
        });
    }

    /** Drops the copy of an entry that may have changed. */
    void drop(String fullKey) {
        stamps.replace(fullKey, 0, alone -> remove(fullKey));
    }

    /** Drops all copies. */
    void dropAll() {
        stamps.allNext();
        generation.incrementAndGet();
    }

    /** Under a key from before the stamp was looked at: where all copies are dropped meanwhile, this is one of them. */
    private boolean put(String key, N value, long expiry) {
        long now = clock.millis();
        long end = Math.min(expiry, now + longestLife);
        return end > now && attempt(() -> store.set(key, value, end));
    }

    private void remove(String fullKey) {
        if (!attempt(() -> store.delete(key(fullKey)))) {
            dropAll();
        }
    }

    private boolean attempt(Runnable task) {
        if (!rest.allows(System.nanoTime())) {
            return false;
        }
        try {
            task.run();
            rest.succeeded();
            trouble.over();
            return true;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    private void failed(RuntimeException failure) {
        rest.failed(System.nanoTime());
        trouble.arose(failure);
    }

    /** Without copies, since nobody hears of changes from now on. */
    void close() {
        dropAll();
        try {
            store.close();
        } catch (RuntimeException e) {
            failed(e);
        }
    }
}

package org.cachette.named;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who computes a value for a key that was missing: what is deleted meanwhile must not come back with a value that was
 * begun before (Nishtala et al., "Scaling Memcache at Facebook", 2013, section 3.2.1). Of this process alone. Safe for
 * use by several threads.
 */
final class Leases {

    /** Right to store, until the key is deleted. */
    static final class Lease {

        private volatile boolean held = true;

        boolean isHeld() {
            return held;
        }
    }

    private final String cache;
    private final Computations computations;
    private final ConcurrentMap<String, Set<Lease>> given = new ConcurrentHashMap<>();

    /** Of one cache. */
    Leases(String cache, Computations computations) {
        this.cache = cache;
        this.computations = computations;
    }

    Lease take(String fullKey) {
        Lease lease = new Lease();
        given.compute(fullKey, (key, leases) -> {
            Set<Lease> all = leases == null ? ConcurrentHashMap.newKeySet(1) : leases;
            all.add(lease);
            return all;
        });
        return lease;
    }

    void giveBack(String fullKey, Lease lease) {
        given.computeIfPresent(fullKey, (key, leases) -> {
            leases.remove(lease);
            return leases.isEmpty() ? null : leases;
        });
    }

    /**
     * Takes all of a key away, and lets nobody join what is being computed for it. To be called before the key is
     * deleted.
     */
    void end(String fullKey) {
        Set<Lease> leases = given.get(fullKey);
        if (leases != null) {
            leases.forEach(lease -> lease.held = false);
            computations.leave(new Computations.Place(cache, fullKey));
        }
    }

    /** Takes away those of all keys. */
    void endAll() {
        given.keySet().forEach(this::end);
    }
}

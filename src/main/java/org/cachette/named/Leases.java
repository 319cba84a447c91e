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

    private final ConcurrentMap<String, Set<Lease>> given = new ConcurrentHashMap<>();

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

    /** Takes all of a key away. To be called before the key is deleted. True when there were some. */
    boolean end(String fullKey) {
        Set<Lease> leases = given.get(fullKey);
        if (leases == null) {
            return false;
        }
        leases.forEach(lease -> lease.held = false);
        return true;
    }

    /** Takes away those of all keys. */
    Set<String> endAll() {
        given.keySet().forEach(this::end);
        return given.keySet();
    }
}

package org.cachette.backend.redis;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which keys changed a moment ago, so that replicas may not know it yet; now and then a key too many. Safe for use by
 * several threads.
 */
final class RecentChanges {

    /** How long a replica may take to hear of a change. */
    private static final long MOMENT = TimeUnit.SECONDS.toNanos(1);

    private static final int STRIPES = 4096;

    private final AtomicLongArray changes = new AtomicLongArray(STRIPES);
    private volatile long allChanged = System.nanoTime() - MOMENT;

    RecentChanges() {
        for (int i = 0; i < STRIPES; i++) {
            changes.set(i, allChanged);
        }
    }

    private static int stripe(byte[] key) {
        int hash = Arrays.hashCode(key) * 0x9E3779B9;
        return hash >>> 20;
    }

    void add(byte[] key) {
        changes.set(stripe(key), System.nanoTime());
    }

    void addAll() {
        allChanged = System.nanoTime();
    }

    boolean contains(byte[] key) {
        long now = System.nanoTime();
        return now - changes.get(stripe(key)) < MOMENT || now - allChanged < MOMENT;
    }
}

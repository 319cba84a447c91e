package org.cachette.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers for a while whose answers are of no use to others. Safe for use by several threads. */
final class UnsharedKeys {

    /** As long as a page that becomes shareable again can do without. */
    static final Duration KEPT = Duration.ofSeconds(30);

    static final int MOST = 10_000;

    private final ConcurrentMap<String, Instant> ends = new ConcurrentHashMap<>();
    private final InstantSource clock;

    UnsharedKeys(InstantSource clock) {
        this.clock = clock;
    }

    boolean contains(String key) {
        Instant end = ends.get(key);
        if (end == null) {
            return false;
        }
        if (end.isAfter(clock.instant())) {
            return true;
        }
        ends.remove(key, end);
        return false;
    }

    /** What does not fit drives out all others: they are learned again. */
    void add(String key) {
        Instant now = clock.instant();
        if (ends.size() >= MOST) {
            ends.values().removeIf(end -> !end.isAfter(now));
            if (ends.size() >= MOST) {
                ends.clear();
            }
        }
        ends.put(key, now.plus(KEPT));
    }

    int size() {
        return ends.size();
    }
}

package org.cachette.named;

import java.time.InstantSource;

/** Tells the log of a store's outage once, and of its end. A store that fails again within five seconds is still out. */
final class Outage {

    private static final long QUIET = 5_000;

    private static final System.Logger LOG = System.getLogger(Outage.class.getName());

    private final String cache;
    private final InstantSource clock;
    private volatile boolean out;
    private boolean works;
    private long lastFailure;

    Outage(String cache, InstantSource clock) {
        this.cache = cache;
        this.clock = clock;
    }

    void failed(RuntimeException failure) {
        if (begins()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The store of cache \"" + cache + "\" fails; until it works again it counts as empty: " + failure,
                    failure);
        }
    }

    private synchronized boolean begins() {
        long now = clock.millis();
        boolean begins = !out || (works && now - lastFailure >= QUIET);
        out = true;
        works = false;
        lastFailure = now;
        return begins;
    }

    void succeeded() {
        if (out && ends()) {
            LOG.log(System.Logger.Level.INFO, "The store of cache \"" + cache + "\" works again.");
        }
    }

    private synchronized boolean ends() {
        works = true;
        boolean ends = out && clock.millis() - lastFailure >= QUIET;
        if (ends) {
            out = false;
        }
        return ends;
    }
}

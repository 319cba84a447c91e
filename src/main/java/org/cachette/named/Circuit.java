package org.cachette.named;

import java.time.InstantSource;

/**
 * Keeps callers from waiting for a store that fails: open after a failure, for a pause that doubles with each failed
 * try, up to two seconds; then one caller tries. Safe for use by several threads.
 */
final class Circuit {

    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 2_000;

    private final InstantSource clock;
    private volatile boolean open;
    private boolean trying;
    private long pause;
    private long nextTry;

    Circuit(InstantSource clock) {
        this.clock = clock;
    }

    boolean isOpen() {
        return open;
    }

    /** True when the store may be asked. */
    boolean allows() {
        return !open || mayTry();
    }

    private synchronized boolean mayTry() {
        long now = clock.millis();
        if (now < nextTry) {
            return false;
        }
        trying = true;
        nextTry = now + pause;
        return true;
    }

    void succeeded() {
        if (open) {
            open = false;
        }
    }

    /** Failures of callers who were under way when the circuit opened say nothing new. */
    synchronized void failed() {
        if (open && !trying) {
            return;
        }
        pause = open ? Math.min(2 * pause, LONGEST_PAUSE) : FIRST_PAUSE;
        nextTry = clock.millis() + pause;
        trying = false;
        open = true;
    }
}

package org.cachette.backend;

import java.util.concurrent.TimeUnit;

/**
 * Keeps callers from waiting for a part of a store that fails, where a backend goes on with the others: after a failure
 * the part rests, for a time that doubles up to a second; then one caller tries. Times are those of
 * {@link System#nanoTime}. Safe for use by several threads.
 */
public final class Rest {

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

    private volatile boolean resting;
    private boolean trying;
    private long length;
    private long end;

    /** True from a failure until the part works again. */
    public boolean isResting() {
        return resting;
    }

    /** True when the part may be asked. */
    public boolean allows(long now) {
        return !resting || mayTry(now);
    }

    private synchronized boolean mayTry(long now) {
        if (resting && now - end < 0) {
            return false;
        }
        trying = true;
        end = now + length;
        return true;
    }

    /** Failures of callers who were under way when the rest began say nothing new. */
    public synchronized void failed(long now) {
        if (resting && !trying) {
            return;
        }
        length = resting ? Math.min(2 * length, LONGEST) : SHORTEST;
        end = now + length;
        trying = false;
        resting = true;
    }

    /** The part works. */
    public void succeeded() {
        if (resting) {
            resting = false;
        }
    }
}

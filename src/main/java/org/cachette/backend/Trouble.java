package org.cachette.backend;

import java.util.concurrent.TimeUnit;

/**
 * Tells the log of one kind of trouble once, and of its end, where a backend goes on without a part of its store. Trouble
 * that comes again within five seconds never ended.
 * Safe for use by several threads.
 */
public final class Trouble {

    private static final System.Logger LOG = System.getLogger(Trouble.class.getName());
    private static final long QUIET = TimeUnit.SECONDS.toNanos(5);

    private final String what;
    private final String end;
    private final boolean silent;
    private volatile boolean there;
    private boolean gone;
    private long lastSeen;

    /**
     * Of two sentences for the log.
     *
     * @param silent nothing is logged, since the caller is told by an exception
     */
    public Trouble(String what, String end, boolean silent) {
        this.what = what;
        this.end = end;
        this.silent = silent;
    }

    /** There is trouble. */
    public void arose(RuntimeException failure) {
        if (begins(System.nanoTime()) && !silent) {
            LOG.log(System.Logger.Level.WARNING, what + ": " + failure.getMessage(), failure);
        }
    }

    private synchronized boolean begins(long now) {
        boolean begins = !there || (gone && now - lastSeen >= QUIET);
        there = true;
        gone = false;
        lastSeen = now;
        return begins;
    }

    /** There is none. */
    public void over() {
        if (there && ends(System.nanoTime()) && !silent) {
            LOG.log(System.Logger.Level.INFO, end);
        }
    }

    private synchronized boolean ends(long now) {
        gone = true;
        boolean ends = there && now - lastSeen >= QUIET;
        if (ends) {
            there = false;
        }
        return ends;
    }
}

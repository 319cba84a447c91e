package org.cachette.backend.database;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are ours at the moment. They are opened on threads of their own, which have no transaction and
 * may wait for a dead database as long as they like, and given back when nobody has used them for a while. Safe for use
 * by several threads.
 */
final class Leases {

    private static final long IDLE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);
    private static final int STALE = 64;
    private static final int VALID_SECONDS = 5;

    private final ConnectionSource source;
    private final int most;
    private final long limitMillis;
    private final Deque<Lease> idle = new ArrayDeque<>();
    private final Set<Lease> all = new HashSet<>();
    private int opening;
    private int waiting;
    private int failures;
    private boolean watched;
    private @Nullable Exception failure;

    Leases(ConnectionSource source, int most, long limitMillis) {
        this.source = source;
        this.most = most;
        this.limitMillis = limitMillis;
    }

    String unit() {
        return source.unit();
    }

    /** One for the caller alone, until the deadline. Who is interrupted meanwhile waits on, and is so afterwards. */
    Lease take(long deadline) throws SQLException {
        Lease lease = await(deadline);
        try {
            lease.begin(deadline);
            return lease;
        } catch (SQLException | RuntimeException e) {
            giveBack(lease, false);
            throw e;
        }
    }

    private synchronized Lease await(long deadline) throws SQLException {
        int failuresSoFar = failures;
        boolean interrupted = false;
        waiting++;
        try {
            while (idle.isEmpty()) {
                if (failures != failuresSoFar) {
                    throw new SQLException("no connection: " + failure, failure);
                }
                openAnother();
                try {
                    wait(millisUntil(deadline));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return idle.removeLast();
        } finally {
            waiting--;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void openAnother() {
        if (opening < waiting && all.size() + opening < most) {
            opening++;
            thread("cachette-database-open", this::open).start();
        }
    }

    private long millisUntil(long deadline) throws SQLException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (millis <= 0) {
            throw new SQLException("no connection within the time limit, with " + all.size() + " in use and " + opening
                    + " being opened");
        }
        return millis;
    }

    private void open() {
        try {
            add(openValid());
        } catch (SQLException | RuntimeException | LinkageError e) {
            failed(e);
        }
    }

    /** A pool that does not check its connections has as many broken ones as it has. */
    private Lease openValid() throws SQLException {
        for (int i = 0; i < STALE; i++) {
            ConnectionSource.Opened opened = source.open();
            Lease lease = null;
            try {
                if (opened.connection().isValid(VALID_SECONDS)) {
                    lease = new Lease(opened, limitMillis);
                    return lease;
                }
            } finally {
                if (lease == null) {
                    discard(opened);
                }
            }
        }
        throw new SQLException("its pool has broken connections only");
    }

    private static void discard(ConnectionSource.Opened opened) throws SQLException {
        opened.connection().abort(Runnable::run);
        opened.giveBack(true);
    }

    private synchronized void add(Lease lease) {
        opening--;
        all.add(lease);
        idle.addLast(lease);
        if (!watched) {
            watched = true;
            thread("cachette-database-watch", this::watch).start();
        }
        notifyAll();
    }

    private synchronized void failed(Throwable e) {
        opening--;
        failures++;
        failure = e instanceof Exception exception ? exception : new IllegalStateException(e);
        notifyAll();
    }

    /** With {@code usable} unless it may be broken. */
    void giveBack(Lease lease, boolean usable) {
        lease.end();
        boolean keep = usable && !lease.isOlderThan(LONGEST);
        synchronized (this) {
            if (keep && all.contains(lease)) {
                idle.addLast(lease);
                if (waiting > 0) {
                    notify();
                }
                return;
            }
            all.remove(lease);
            notifyAll();
        }
        returnLater(List.of(lease), !usable);
    }

    /** A pool may make who returns a connection wait for who opens one, from a database that does not answer. */
    private static void returnLater(List<Lease> leases, boolean broken) {
        thread("cachette-database-return", () -> leases.forEach(lease -> lease.giveBack(broken)))
                .start();
    }

    /** Gives up those that nobody uses now; the others follow. */
    void giveUpAll() {
        List<Lease> free = takeAll();
        if (!free.isEmpty()) {
            returnLater(free, true);
        }
    }

    /** Gives back those that nobody uses now, and waits until they are; the others follow. */
    void close() {
        takeAll().forEach(lease -> lease.giveBack(false));
    }

    private synchronized List<Lease> takeAll() {
        List<Lease> free = List.copyOf(idle);
        idle.clear();
        all.clear();
        return free;
    }

    private void watch() {
        List<Lease> free = new ArrayList<>();
        for (long pause = sweep(free); pause >= 0; pause = sweep(free)) {
            if (free.isEmpty()) {
                LockSupport.parkNanos(pause);
            }
            free.forEach(lease -> lease.giveBack(false));
            free.clear();
        }
    }

    /** How long there is nothing to do; negative when there is nothing left to watch. */
    private synchronized long sweep(List<Lease> free) {
        long pause = TimeUnit.MILLISECONDS.toNanos(limitMillis);
        for (Lease lease : List.copyOf(all)) {
            long left = lease.left();
            if (left <= 0) {
                all.remove(lease);
                thread("cachette-database-abort", lease::abort).start();
            } else if (lease.isIdleFor(IDLE) && idle.remove(lease)) {
                all.remove(lease);
                free.add(lease);
            } else {
                pause = Math.min(pause, left);
            }
        }
        watched = !all.isEmpty() || !free.isEmpty();
        return watched ? pause : -1;
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Leases.class.getClassLoader());
        return thread;
    }
}

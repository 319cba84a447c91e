package org.cachette.backend.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Keeps a table to its size: in a full one expired entries go first, then those that expire soonest. No write counts
 * the table: its size is that of the last count and what was written since, at most, and it is counted again once that
 * reaches the maximum, or a quarter of it was written, since other processes write too. In a small table the writer
 * does all this itself, before it writes; in a large one a thread of its own, which ends with it.
 */
final class Upkeep {

    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

    /** Up to this maximum no table grows past it; a larger one may by a twentieth. */
    private static final int EXACT = 300;

    private static final int SMALL = 1_000;
    private static final int LARGE = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final long PURGE_EVERY = TimeUnit.MINUTES.toMillis(1);
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(30);

    private final CacheTable table;
    private final Limits limits;
    private final InstantSource clock;
    private final AtomicLong sizeAtMost = new AtomicLong();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile boolean small;
    private volatile long checkBeyond = -1;
    private volatile long nextPurge;

    Upkeep(CacheTable table, Limits limits, InstantSource clock) {
        this.table = table;
        this.limits = limits;
        this.clock = clock;
        this.small = limits.maxEntries() <= SMALL;
        this.nextPurge = clock.millis() + PURGE_EVERY;
    }

    /** Called before that many rows are written, by somebody who has until the deadline. */
    void beforeWrite(int rows, BooleanSupplier mayCreate, long deadline) {
        boolean full = sizeAtMost.addAndGet(rows) > checkBeyond;
        if ((full || clock.millis() >= nextPurge) && underWay.compareAndSet(false, true)) {
            if (full && small) {
                keepHere(rows, mayCreate, deadline);
            } else {
                keepElsewhere(full, rows, mayCreate);
            }
        }
    }

    /** A table that turns out not to be small is for another thread from then on. */
    private void keepHere(int rows, BooleanSupplier mayCreate, long deadline) {
        try {
            makeRoom(rows, mayCreate, deadline);
        } catch (RuntimeException e) {
            small = false;
            throw e;
        } finally {
            underWay.set(false);
        }
    }

    private void keepElsewhere(boolean full, int rows, BooleanSupplier mayCreate) {
        Thread thread =
                new Thread(() -> keep(full, rows, mayCreate, System.nanoTime() + LIMIT), "cachette-database-upkeep");
        thread.setDaemon(true);
        thread.setContextClassLoader(Upkeep.class.getClassLoader());
        thread.start();
    }

    /** True when there may be more than are deleted in no time. */
    boolean isLarge() {
        return sizeAtMost.get() > LARGE;
    }

    /** The table is empty. */
    void cleared() {
        sizeAtMost.set(0);
        counted(0, 0);
    }

    private void keep(boolean full, int rows, BooleanSupplier mayCreate, long deadline) {
        try {
            if (full) {
                makeRoom(rows, mayCreate, deadline);
                small = limits.maxEntries() <= SMALL;
            } else {
                purge(deadline);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "no room was made", e);
        } finally {
            underWay.set(false);
        }
    }

    private void makeRoom(int rows, BooleanSupplier mayCreate, long deadline) {
        long before = sizeAtMost.get();
        long size = table.run(mayCreate, Upkeep::count, deadline);
        long most = limits.maxEntries();
        if (size + rows > most) {
            size -= purge(deadline);
        }
        if (size + rows > most) {
            size -= cull(size, rows, deadline);
        }
        sizeAtMost.addAndGet(size + rows - before); // others went on writing
        counted(size, rows);
    }

    private long cull(long size, int rows, long deadline) {
        if (limits.cullFrequency() == 0) {
            return delete(Long.MAX_VALUE, deadline);
        }
        long share = size / limits.cullFrequency();
        return delete(Math.min(size, Math.max(Math.max(1, share), size + rows - limits.maxEntries())), deadline);
    }

    private long delete(long victims, long deadline) {
        long deleted = 0;
        int last = AT_ONCE;
        while (deleted < victims && last == AT_ONCE) {
            int next = (int) Math.min(AT_ONCE, victims - deleted);
            last = run((lease, sql) -> update(lease, sql.deleteSoonest, next), deadline);
            deleted += last;
        }
        return deleted;
    }

    private long purge(long deadline) {
        nextPurge = clock.millis() + PURGE_EVERY;
        long now = clock.millis();
        long deleted = 0;
        int last = AT_ONCE;
        while (last == AT_ONCE) {
            last = run((lease, sql) -> update(lease, sql.deleteExpired, now, AT_ONCE), deadline);
            deleted += last;
        }
        return deleted;
    }

    private <T> T run(CacheTable.Work<T> work, long deadline) {
        return table.run(() -> false, work, deadline);
    }

    private void counted(long size, int rows) {
        long most = limits.maxEntries();
        long untilNext = Math.min(most - size, most / 4);
        long slack = most <= EXACT ? rows : Math.max(rows, most / 20);
        checkBeyond = size + Math.max(untilNext, slack);
    }

    private static long count(Lease lease, TableSql sql) throws SQLException {
        try (PreparedStatement statement = lease.prepare(sql.count);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static int update(Lease lease, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = lease.prepare(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}

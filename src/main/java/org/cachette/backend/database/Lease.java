package org.cachette.backend.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.TimeUnit;

/** A connection that is ours for a while; used by one thread at a time. Times are those of {@link System#nanoTime}. */
final class Lease {

    private static final System.Logger LOG = System.getLogger(Lease.class.getName());

    private static final long IDLE = 0;

    private final ConnectionSource.Opened opened;
    private final Connection connection;
    private final Dialect dialect;
    private final long since = System.nanoTime();
    private final boolean autoCommit;
    private final int earlierTimeout;
    private final long earlierLockTimeout;
    private int timeout;
    private boolean used;
    private boolean committed;
    private volatile boolean aborted;
    private volatile long deadline = IDLE;
    private volatile long lastUse = since;

    /** Takes a connection over and sees to it that each statement stands for itself. */
    Lease(ConnectionSource.Opened opened, long limitMillis) throws SQLException {
        this.opened = opened;
        this.connection = opened.connection();
        this.earlierTimeout = networkTimeout(connection);
        limitNetwork((int) Math.min(limitMillis, Integer.MAX_VALUE));
        this.autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            connection.setAutoCommit(true);
        }
        this.dialect = Dialect.of(connection);
        this.earlierLockTimeout = dialect.limitLockTimeout(connection, limitMillis);
    }

    private static int networkTimeout(Connection connection) throws SQLException {
        try {
            return connection.getNetworkTimeout();
        } catch (SQLFeatureNotSupportedException e) {
            return 0;
        }
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return dialect;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    private void limitNetwork(int millis) throws SQLException {
        timeout = millis;
        try {
            connection.setNetworkTimeout(Runnable::run, millis);
        } catch (SQLFeatureNotSupportedException e) {
            LOG.log(System.Logger.Level.DEBUG, "a driver without time limit", e);
        }
    }

    /** Called by who uses it now. */
    void begin(long deadline) throws SQLException {
        committed = false;
        this.deadline = deadline == IDLE ? 1 : deadline;
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
        if (Math.abs(millis - timeout) > timeout / 8) {
            limitNetwork((int) Math.min(millis, Integer.MAX_VALUE));
        }
    }

    /** Ends a transaction; when that fails, nobody knows whether it was done. */
    void commit() throws SQLException {
        committed = true;
        connection.commit();
    }

    /** True when what its user did may be there for good, heard of or not. */
    boolean isCommitted() {
        return committed;
    }

    void end() {
        used = true;
        lastUse = System.nanoTime();
        deadline = IDLE;
    }

    /** True when it may have broken while nobody used it. */
    boolean isUsed() {
        return used;
    }

    boolean isOlderThan(long nanos) {
        return System.nanoTime() - since > nanos;
    }

    boolean isIdleFor(long nanos) {
        return deadline == IDLE && System.nanoTime() - lastUse > nanos;
    }

    /** How long its user may still take; the greatest number when nobody uses it. */
    long left() {
        long end = deadline;
        return end == IDLE ? Long.MAX_VALUE : end - System.nanoTime();
    }

    /** Ends what its user waits for. May take long itself. */
    void abort() {
        aborted = true;
        try {
            connection.unwrap(Connection.class).abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection cannot be aborted", e);
        }
    }

    /** Gives the connection back as it was, or for good. */
    void giveBack(boolean broken) {
        try {
            boolean unusable = broken || aborted || !restored();
            if (unusable) {
                connection.abort(Runnable::run);
            }
            opened.giveBack(unusable);
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection cannot be given back", e);
        }
    }

    private boolean restored() {
        try {
            if (earlierLockTimeout >= 0) {
                dialect.restoreLockTimeout(connection, earlierLockTimeout);
            }
            if (!autoCommit) {
                connection.setAutoCommit(false);
            }
            limitNetwork(earlierTimeout);
            return true;
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }
}

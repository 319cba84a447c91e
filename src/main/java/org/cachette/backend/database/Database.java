package org.cachette.backend.database;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The database of one persistence unit. Does work on a connection, each within a time limit. */
final class Database {

    private static final int TRIES = 20;
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(200);

    private final Leases leases;
    private final long limit;

    Database(ConnectionSource source, Limits limits) {
        this.leases = new Leases(source, limits.connections(), limits.millis());
        this.limit = TimeUnit.MILLISECONDS.toNanos(limits.millis());
    }

    /** Something to do with a connection, which may be done again from its beginning. */
    interface Work<T> {
        T run(Lease lease) throws SQLException;
    }

    String unit() {
        return leases.unit();
    }

    /** Until when an operation that begins now may take, by {@link System#nanoTime}. */
    long deadline() {
        return System.nanoTime() + limit;
    }

    /** The work's result. An interrupted caller is so afterwards too. */
    <T> T run(Work<T> work, long deadline) {
        boolean interrupted = Thread.interrupted();
        try {
            return attempt(work, deadline);
        } catch (SQLException e) {
            throw new DatabaseFailure("database " + unit() + ": " + e.getMessage(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T attempt(Work<T> work, long deadline) throws SQLException {
        for (int tries = 1; ; tries++) {
            Lease lease = leases.take(deadline);
            boolean interrupted = Thread.interrupted();
            boolean usable = false;
            try {
                T result = work.run(lease);
                usable = true;
                return result;
            } catch (SQLException e) {
                Failure failure = Failure.of(e);
                usable = failure != Failure.CONNECTION;
                if (!isWorthAnother(failure, lease) || tries == TRIES || System.nanoTime() - deadline >= 0) {
                    throw e;
                }
            } catch (RuntimeException e) {
                usable = true;
                throw e;
            } finally {
                leases.giveBack(lease, usable);
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            LockSupport.parkNanos(tries * PAUSE);
        }
    }

    /** A connection that was used before may have broken since; those beside it then have too. */
    private boolean isWorthAnother(Failure failure, Lease lease) {
        if (failure == Failure.CONNECTION && lease.isUsed()) {
            leases.giveUpAll();
            return !lease.isCommitted();
        }
        return failure == Failure.CONFLICT || failure == Failure.DUPLICATE;
    }

    void close() {
        leases.close();
    }
}

package org.cachette.backend.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.Set;

/** What a failed statement means. */
enum Failure {

    /** The connection is of no use any more. */
    CONNECTION,

    /** Others were at the same rows; it may work now. */
    CONFLICT,

    /** There is such a row already. */
    DUPLICATE,

    /** There is no such table. */
    NO_TABLE,

    /** The connection still works. */
    OTHER;

    private static final Set<String> NO_TABLES = Set.of("42P01", "42S02", "42S03", "42S04");
    private static final String COMPLETION_UNKNOWN = "40003";
    private static final int H2_CONCURRENT_UPDATE = 90131;
    private static final int H2_LOCK_TIMEOUT = 50200;

    /** Some servers put the driver's exception into one of their own that says nothing. */
    static Failure of(SQLException failure) {
        SQLException e = driversOwn(failure);
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (NO_TABLES.contains(state)) {
            return NO_TABLE;
        }
        if (state.equals(COMPLETION_UNKNOWN)) {
            return CONNECTION;
        }
        if (state.startsWith("40") || e.getErrorCode() == H2_CONCURRENT_UPDATE || e.getErrorCode() == H2_LOCK_TIMEOUT) {
            return CONFLICT;
        }
        if (state.startsWith("23")) {
            return DUPLICATE;
        }
        boolean harmless = state.startsWith("22") || state.startsWith("42") || state.startsWith("0A");
        return harmless && !(e instanceof SQLRecoverableException) ? OTHER : CONNECTION;
    }

    private static SQLException driversOwn(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found && found.getSQLState() != null) {
                return found;
            }
        }
        return failure;
    }
}

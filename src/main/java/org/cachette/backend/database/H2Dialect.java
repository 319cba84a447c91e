package org.cachette.backend.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** H2. */
final class H2Dialect extends Dialect {

    @Override
    String upsert(String table, int rows) {
        return "MERGE INTO " + table + " " + COLUMNS + " KEY (cache_key)" + values(rows);
    }

    /** H2 is slow at {@code IN (SELECT ...)}: those that expire no later than the last of them, and no more. */
    @Override
    String deleteSoonest(String table) {
        return "DELETE FROM " + table + " WHERE expires <= COALESCE((SELECT expires FROM " + table
                + " ORDER BY expires OFFSET ?1 - 1 ROWS FETCH FIRST ROW ONLY), " + Long.MAX_VALUE
                + ") FETCH FIRST ?1 ROWS ONLY";
    }

    @Override
    String deleteExpired(String table) {
        return "DELETE FROM " + table + " WHERE expires <= ? FETCH FIRST ? ROWS ONLY";
    }

    /** Not so in a database with {@code IGNORECASE}. */
    @Override
    boolean tellsKeysApart(Connection connection, TableName name) throws SQLException {
        String sql = "SELECT COUNT(*) FROM information_schema.columns WHERE UPPER(table_name) = ?"
                + " AND UPPER(column_name) = 'CACHE_KEY' AND UPPER(data_type) LIKE '%IGNORECASE%'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name.table().toUpperCase(Locale.ROOT));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) == 0;
            }
        }
    }

    /** H2 in this process has no network that could time out. */
    @Override
    long limitLockTimeout(Connection connection, long millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long earlier = -1;
            try (ResultSet rows = statement.executeQuery("CALL LOCK_TIMEOUT()")) {
                if (rows.next()) {
                    earlier = rows.getLong(1);
                }
            }
            statement.execute("SET LOCK_TIMEOUT " + millis);
            return earlier;
        }
    }

    @Override
    void restoreLockTimeout(Connection connection, long earlier) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCK_TIMEOUT " + earlier);
        }
    }
}

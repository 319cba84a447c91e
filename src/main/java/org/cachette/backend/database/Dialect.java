package org.cachette.backend.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SQL as a kind of database writes it. What is not overridden is standard SQL, for databases that we do not know. */
class Dialect {

    static final String COLUMNS = "(cache_key, cache_value, expires)";

    /** The dialect of a connection's database. */
    static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        return switch (database.getDatabaseProductName().toLowerCase(Locale.ROOT)) {
            case "postgresql" -> new PostgreSqlDialect();
            case "mariadb", "mysql" -> new MariaDbDialect();
            case "h2" -> new H2Dialect();
            default -> new Dialect();
        };
    }

    String quote() {
        return "\"";
    }

    String keyType() {
        return "VARCHAR(" + CacheEntry.LONGEST_KEY + ")";
    }

    String valueType() {
        return "BLOB";
    }

    /** What creates the table and its index. */
    List<String> creation(TableName name) {
        String table = name.sql(this);
        return List.of(
                "CREATE TABLE " + table + " (cache_key " + keyType() + " NOT NULL PRIMARY KEY, cache_value "
                        + valueType() + " NOT NULL, expires BIGINT NOT NULL)",
                "CREATE INDEX " + name.indexSql(this) + " ON " + table + " (expires)");
    }

    /**
     * Stores that many rows in place of earlier ones; parameters are key, value and expiry of each. Null where one
     * statement cannot do it.
     */
    @Nullable
    String upsert(String table, int rows) {
        return null;
    }

    /**
     * Stores a row where there is none or an expired one, which is then one row changed; parameters are key, value,
     * expiry and the time. Null where one statement cannot do it.
     */
    @Nullable
    String add(String table) {
        return null;
    }

    /** Deletes the entries that expire soonest; the parameter is their number. */
    String deleteSoonest(String table) {
        return "DELETE FROM " + table + " WHERE cache_key IN (SELECT cache_key FROM " + table
                + " ORDER BY expires FETCH FIRST ? ROWS ONLY)";
    }

    /** Deletes expired entries; parameters are the time and their greatest number. */
    String deleteExpired(String table) {
        return "DELETE FROM " + table + " WHERE cache_key IN (SELECT cache_key FROM " + table
                + " WHERE expires <= ? FETCH FIRST ? ROWS ONLY)";
    }

    /** True when two keys that differ in any way are two keys for the table. */
    boolean tellsKeysApart(Connection connection, TableName table) throws SQLException {
        return true;
    }

    /** Lets nobody wait longer for a lock than that; gives what it was before, for {@link #restoreLockTimeout}. */
    long limitLockTimeout(Connection connection, long millis) throws SQLException {
        return -1;
    }

    void restoreLockTimeout(Connection connection, long earlier) throws SQLException {}

    static String values(int rows) {
        return " VALUES (?, ?, ?)" + ", (?, ?, ?)".repeat(rows - 1);
    }
}

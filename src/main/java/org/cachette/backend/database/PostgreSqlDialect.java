package org.cachette.backend.database;

/** PostgreSQL, from version 9.5. */
final class PostgreSqlDialect extends Dialect {

    private static final String REPLACE =
            " ON CONFLICT (cache_key) DO UPDATE SET cache_value = excluded.cache_value, expires = excluded.expires";

    @Override
    String keyType() {
        return super.keyType() + " COLLATE \"C\"";
    }

    @Override
    String valueType() {
        return "BYTEA";
    }

    @Override
    String upsert(String table, int rows) {
        return "INSERT INTO " + table + " " + COLUMNS + values(rows) + REPLACE;
    }

    @Override
    String add(String table) {
        return "INSERT INTO " + table + " AS there " + COLUMNS + values(1) + REPLACE + " WHERE there.expires <= ?";
    }

    @Override
    String deleteSoonest(String table) {
        return "DELETE FROM " + table + " WHERE ctid IN (SELECT ctid FROM " + table + " ORDER BY expires LIMIT ?)";
    }

    @Override
    String deleteExpired(String table) {
        return "DELETE FROM " + table + " WHERE ctid IN (SELECT ctid FROM " + table + " WHERE expires <= ? LIMIT ?)";
    }
}

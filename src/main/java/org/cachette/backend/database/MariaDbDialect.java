package org.cachette.backend.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MariaDB and MySQL. */
final class MariaDbDialect extends Dialect {

    @Override
    String quote() {
        return "`";
    }

    /** Compared byte by byte: the usual collations take upper and lower case for the same. */
    @Override
    String keyType() {
        return super.keyType() + " CHARACTER SET ascii COLLATE ascii_bin";
    }

    @Override
    String valueType() {
        return "LONGBLOB";
    }

    @Override
    List<String> creation(TableName name) {
        return super.creation(name).stream()
                .map(sql -> sql.startsWith("CREATE TABLE") ? sql + " ENGINE=InnoDB" : sql)
                .toList();
    }

    @Override
    String upsert(String table, int rows) {
        return "INSERT INTO " + table + " " + COLUMNS + values(rows)
                + " ON DUPLICATE KEY UPDATE cache_value = VALUES(cache_value), expires = VALUES(expires)";
    }

    @Override
    String deleteSoonest(String table) {
        return "DELETE FROM " + table + " ORDER BY expires LIMIT ?";
    }

    @Override
    String deleteExpired(String table) {
        return "DELETE FROM " + table + " WHERE expires <= ? LIMIT ?";
    }

    @Override
    boolean tellsKeysApart(Connection connection, TableName name) throws SQLException {
        String schema = name.parts().size() == 1 ? null : name.parts().get(0);
        return tellsKeysApart(connection, schema, name.table());
    }

    private static boolean tellsKeysApart(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT collation_name FROM information_schema.columns"
                        + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?"
                        + " AND column_name = 'cache_key'")) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && String.valueOf(rows.getString(1)).endsWith("_bin");
            }
        }
    }
}

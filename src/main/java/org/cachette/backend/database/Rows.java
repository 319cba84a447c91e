package org.cachette.backend.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.jspecify.annotations.Nullable;

/** The rows of a cache's table, over one connection. A row that has expired at the time is none. */
record Rows(Lease lease, TableSql sql, long now) {

    EntryKey key(String fullKey) {
        return EntryKey.of(fullKey, sql.plainKeys);
    }

    @Nullable
    Encoded get(EntryKey key) throws SQLException {
        try (PreparedStatement statement = lease.prepare(sql.get)) {
            live(statement, 1, key.stored());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? key.value(rows.getBytes(1)) : null;
            }
        }
    }

    @Nullable
    Entry<Encoded> find(EntryKey key) throws SQLException {
        return find(sql.find, key);
    }

    /** The same, and nobody else writes it until the transaction ends. */
    @Nullable
    Entry<Encoded> findForUpdate(EntryKey key) throws SQLException {
        return find(sql.findForUpdate, key);
    }

    private @Nullable Entry<Encoded> find(String statementSql, EntryKey key) throws SQLException {
        try (PreparedStatement statement = lease.prepare(statementSql)) {
            live(statement, 1, key.stored());
            try (ResultSet rows = statement.executeQuery()) {
                Encoded value = rows.next() ? key.value(rows.getBytes(1)) : null;
                return value == null ? null : new Entry<>(value, rows.getLong(2));
            }
        }
    }

    boolean exists(EntryKey key) throws SQLException {
        if (key.isDigested()) {
            return get(key) != null;
        }
        try (PreparedStatement statement = lease.prepare(sql.exists)) {
            live(statement, 1, key.stored());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The entries of those keys that have one, by full key; one statement. */
    Map<String, Entry<Encoded>> findMany(Collection<EntryKey> keys) throws SQLException {
        Map<String, EntryKey> byStored = new HashMap<>();
        keys.forEach(key -> byStored.put(key.stored(), key));
        Map<String, Entry<Encoded>> found = new HashMap<>();
        int parameters = roundedUp(byStored.size());
        try (PreparedStatement statement = lease.prepare(sql.findMany(parameters))) {
            statement.setLong(1, now);
            setAll(statement, 2, byStored.keySet(), parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    EntryKey key = byStored.get(rows.getString(1));
                    Encoded value = key == null ? null : key.value(rows.getBytes(2));
                    if (key != null && value != null) {
                        found.put(key.fullKey(), new Entry<>(value, rows.getLong(3)));
                    }
                }
            }
        }
        return found;
    }

    /** Stores rows in place of earlier ones, in one statement where the database has it. */
    void put(List<Row> rows, long expiry) throws SQLException {
        String upsert = sql.upsert(rows.size());
        if (upsert == null) {
            for (Row row : rows) {
                updateOrInsert(row, expiry);
            }
            return;
        }
        try (PreparedStatement statement = lease.prepare(upsert)) {
            int parameter = 1;
            for (Row row : rows) {
                statement.setString(parameter++, row.key());
                statement.setBytes(parameter++, row.value());
                statement.setLong(parameter++, expiry);
            }
            statement.executeUpdate();
        }
    }

    private void updateOrInsert(Row row, long expiry) throws SQLException {
        try (PreparedStatement statement = lease.prepare(sql.update)) {
            statement.setBytes(1, row.value());
            statement.setLong(2, expiry);
            statement.setString(3, row.key());
            if (statement.executeUpdate() == 0) {
                insert(row, expiry);
            }
        }
    }

    private void insert(Row row, long expiry) throws SQLException {
        try (PreparedStatement statement = lease.prepare(sql.insert)) {
            statement.setString(1, row.key());
            statement.setBytes(2, row.value());
            statement.setLong(3, expiry);
            statement.executeUpdate();
        }
    }

    /** Stores a row where there is none; of several at the same time, one is true. */
    boolean add(Row row, long expiry) throws SQLException {
        if (sql.add == null) {
            return insertOrReplaceExpired(row, expiry);
        }
        try (PreparedStatement statement = lease.prepare(sql.add)) {
            statement.setString(1, row.key());
            statement.setBytes(2, row.value());
            statement.setLong(3, expiry);
            statement.setLong(4, now);
            return statement.executeUpdate() > 0;
        }
    }

    private boolean insertOrReplaceExpired(Row row, long expiry) throws SQLException {
        try {
            insert(row, expiry);
            return true;
        } catch (SQLException e) {
            if (Failure.of(e) != Failure.DUPLICATE) {
                throw e;
            }
        }
        try (PreparedStatement statement = lease.prepare(sql.updateExpired)) {
            statement.setBytes(1, row.value());
            statement.setLong(2, expiry);
            statement.setString(3, row.key());
            statement.setLong(4, now);
            return statement.executeUpdate() > 0;
        }
    }

    /** A driver may count only rows that are not as they were before. */
    boolean touch(EntryKey key, long expiry) throws SQLException {
        try (PreparedStatement statement = lease.prepare(sql.touch)) {
            statement.setLong(1, expiry);
            live(statement, 2, key.stored());
            return statement.executeUpdate() > 0 || exists(key);
        }
    }

    boolean delete(EntryKey key) throws SQLException {
        try (PreparedStatement statement = lease.prepare(sql.delete)) {
            live(statement, 1, key.stored());
            return statement.executeUpdate() > 0;
        }
    }

    void deleteMany(Collection<EntryKey> keys) throws SQLException {
        int parameters = roundedUp(keys.size());
        try (PreparedStatement statement = lease.prepare(sql.deleteMany(parameters))) {
            setAll(statement, 1, keys.stream().map(EntryKey::stored).sorted().toList(), parameters);
            statement.executeUpdate();
        }
    }

    /** A large table is emptied as a whole where that is allowed. */
    boolean clear(boolean large) throws SQLException {
        try (Statement statement = lease.connection().createStatement()) {
            if (large) {
                try {
                    statement.executeUpdate(sql.truncate);
                    return true;
                } catch (SQLException e) {
                    if (Failure.of(e) == Failure.CONNECTION) {
                        throw e;
                    }
                }
            }
            statement.executeUpdate(sql.clear);
            return true;
        }
    }

    private void live(PreparedStatement statement, int first, String key) throws SQLException {
        statement.setString(first, key);
        statement.setLong(first + 1, now);
    }

    /** Few different statements, so that the database knows them; what is too much repeats the last key. */
    private static int roundedUp(int keys) {
        return keys <= 2 ? keys : Integer.highestOneBit(keys - 1) << 1;
    }

    private static void setAll(PreparedStatement statement, int first, Collection<String> keys, int parameters)
            throws SQLException {
        Iterator<String> each = keys.iterator();
        String key = each.next();
        for (int i = 0; i < parameters; i++) {
            statement.setString(first + i, key);
            key = each.hasNext() ? each.next() : key;
        }
    }
}

package org.cachette.backend.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The statements for one table; with {@code plainKeys}, keys may be stored as they are. */
final class TableSql {

    /** Statements of other numbers of keys are made each time. */
    private static final int KEPT = 64;

    final Dialect dialect;
    final boolean plainKeys;
    final String get;
    final String find;
    final String findForUpdate;
    final String exists;
    final String touch;
    final String delete;
    final String deleteAny;
    final String insert;
    final String update;
    final String updateExpired;
    final @Nullable String add;
    final String count;
    final String clear;
    final String truncate;
    final String deleteSoonest;
    final String deleteExpired;

    private final String table;
    private final Map<Integer, String> findMany = new ConcurrentHashMap<>();
    private final Map<Integer, String> deleteMany = new ConcurrentHashMap<>();
    private final Map<Integer, String> upserts = new ConcurrentHashMap<>();

    TableSql(Dialect dialect, TableName name, boolean plainKeys) {
        this.dialect = dialect;
        this.plainKeys = plainKeys;
        this.table = name.sql(dialect);
        String live = " WHERE cache_key = ? AND expires > ?";
        this.get = "SELECT cache_value FROM " + table + live;
        this.find = "SELECT cache_value, expires FROM " + table + live;
        this.findForUpdate = find + " FOR UPDATE";
        this.exists = "SELECT 1 FROM " + table + live;
        this.touch = "UPDATE " + table + " SET expires = ?" + live;
        this.delete = "DELETE FROM " + table + live;
        this.deleteAny = "DELETE FROM " + table + " WHERE cache_key = ?";
        this.insert = "INSERT INTO " + table + " " + Dialect.COLUMNS + Dialect.values(1);
        this.update = "UPDATE " + table + " SET cache_value = ?, expires = ? WHERE cache_key = ?";
        this.updateExpired = update + " AND expires <= ?";
        this.add = dialect.add(table);
        this.count = "SELECT COUNT(*) FROM " + table;
        this.clear = "DELETE FROM " + table;
        this.truncate = "TRUNCATE TABLE " + table;
        this.deleteSoonest = dialect.deleteSoonest(table);
        this.deleteExpired = dialect.deleteExpired(table);
    }

    /** Fails where there is no such table, or one that is not for a cache. */
    static String probe(Dialect dialect, TableName name) {
        return "SELECT cache_key, cache_value, expires FROM " + name.sql(dialect) + " WHERE 1 = 0";
    }

    /** Parameters are the time, and the keys. */
    String findMany(int keys) {
        return kept(
                findMany,
                keys,
                n -> "SELECT cache_key, cache_value, expires FROM " + table + " WHERE expires > ? AND cache_key IN "
                        + list(n));
    }

    String deleteMany(int keys) {
        return kept(deleteMany, keys, n -> "DELETE FROM " + table + " WHERE cache_key IN " + list(n));
    }

    /** As {@link Dialect#upsert}. */
    @Nullable
    String upsert(int rows) {
        if (dialect.upsert(table, 1) == null) {
            return null;
        }
        Function<Integer, String> sql = n -> String.valueOf(dialect.upsert(table, n));
        return kept(upserts, rows, sql::apply);
    }

    private static String kept(Map<Integer, String> statements, int number, IntFunction<String> sql) {
        return number > KEPT ? sql.apply(number) : statements.computeIfAbsent(number, sql::apply);
    }

    private static String list(int keys) {
        return "(?" + ", ?".repeat(keys - 1) + ")";
    }
}

package org.cachette.backend.database;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.jspecify.annotations.Nullable;

/**
 * A cache's entries in a table. {@code add} and {@code incr} are atomic, also among processes; {@code move} is not. What
 * is about to be changed is looked at in the database that is written to, since a replica may be behind.
 */
final class DatabaseBackend implements Backend<Encoded> {

    private static final System.Logger LOG = System.getLogger(DatabaseBackend.class.getName());

    private static final long STARTING = TimeUnit.SECONDS.toNanos(10);
    private static final int ROWS_AT_ONCE = 10_000;
    private static final int BYTES_AT_ONCE = 7_000_000;

    private final String cache;
    private final ValueFormat values;
    private final Routes routes;
    private final InstantSource clock;
    private final Refusals refusals;
    private final boolean createTable;

    DatabaseBackend(BackendSettings settings, Routes routes, boolean createTable) {
        this.cache = settings.cache();
        this.values = settings.values();
        this.routes = routes;
        this.clock = settings.clock();
        this.refusals = new Refusals(settings.cache(), settings.throwing());
        this.createTable = createTable;
    }

    private interface Work<T> {
        T run(Rows rows) throws SQLException;
    }

    private <T> T read(Work<T> work) {
        CacheTable table = routes.reading();
        return run(table, work, table.database().deadline());
    }

    private <T> T change(Work<T> work) {
        CacheTable table = routes.writing();
        return run(table, work, table.database().deadline());
    }

    /** Changes that may make the table larger, by that many rows. */
    private <T> T store(int rows, Work<T> work) {
        CacheTable table = routes.writing();
        long deadline = table.database().deadline();
        table.upkeep().beforeWrite(rows, mayCreate(table), deadline);
        return run(table, work, deadline);
    }

    private <T> T run(CacheTable table, Work<T> work, long deadline) {
        return table.run(mayCreate(table), (lease, sql) -> work.run(new Rows(lease, sql, clock.millis())), deadline);
    }

    private BooleanSupplier mayCreate(CacheTable table) {
        return () -> createTable && routes.mayMigrate(table);
    }

    @Override
    public Encoded encode(Object value) {
        return values.encode(value);
    }

    @Override
    public Object decode(Encoded stored) {
        return values.decode(stored);
    }

    @Override
    public @Nullable Encoded get(String fullKey) {
        return read(rows -> Optional.ofNullable(rows.get(rows.key(fullKey)))).orElse(null);
    }

    @Override
    public @Nullable Entry<Encoded> find(String fullKey) {
        return read(rows -> Optional.ofNullable(rows.find(rows.key(fullKey)))).orElse(null);
    }

    @Override
    public boolean hasKey(String fullKey) {
        return read(rows -> rows.exists(rows.key(fullKey)));
    }

    @Override
    public Map<String, Entry<Encoded>> findMany(Collection<String> fullKeys) {
        List<List<String>> parts = parts(fullKeys);
        return read(rows -> {
            Map<String, Entry<Encoded>> found = new HashMap<>();
            for (List<String> part : parts) {
                found.putAll(rows.findMany(part.stream().map(rows::key).toList()));
            }
            return found;
        });
    }

    @Override
    public void set(String fullKey, Encoded value, long expiry) {
        setMany(Map.of(fullKey, value), expiry);
    }

    @Override
    public Set<String> setMany(Map<String, Encoded> newValues, long expiry) {
        Set<String> refused = refusals.of(newValues);
        Map<String, Encoded> taken = new HashMap<>(newValues);
        taken.keySet().removeAll(refused);
        if (!refused.isEmpty()) {
            deleteMany(refused);
        }
        if (!taken.isEmpty()) {
            store(taken.size(), rows -> putAll(rows, taken, expiry));
        }
        return refused;
    }

    /** In one statement, unless it would be too much for the database. Rows are in order, so that nobody deadlocks. */
    private static boolean putAll(Rows rows, Map<String, Encoded> newValues, long expiry) throws SQLException {
        List<Row> all = new ArrayList<>(newValues.size());
        newValues.forEach((fullKey, value) -> all.add(rows.key(fullKey).row(value)));
        all.sort(Comparator.comparing(Row::key));
        int start = 0;
        long bytes = 0;
        for (int i = 0; i < all.size(); i++) {
            int length = all.get(i).value().length;
            if (i > start && (i - start == ROWS_AT_ONCE || bytes + length > BYTES_AT_ONCE)) {
                rows.put(all.subList(start, i), expiry);
                start = i;
                bytes = 0;
            }
            bytes += length;
        }
        rows.put(all.subList(start, all.size()), expiry);
        return true;
    }

    @Override
    public boolean add(String fullKey, Encoded value, long expiry) {
        return refusals.of(Map.of(fullKey, value)).isEmpty()
                && store(1, rows -> rows.add(rows.key(fullKey).row(value), expiry));
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        return change(rows -> rows.touch(rows.key(fullKey), expiry));
    }

    @Override
    public boolean delete(String fullKey) {
        return change(rows -> rows.delete(rows.key(fullKey)));
    }

    @Override
    public void deleteMany(Collection<String> fullKeys) {
        List<List<String>> parts = parts(fullKeys);
        change(rows -> {
            for (List<String> part : parts) {
                rows.deleteMany(part.stream().map(rows::key).toList());
            }
            return true;
        });
    }

    private static List<List<String>> parts(Collection<String> fullKeys) {
        List<String> all = List.copyOf(fullKeys);
        List<List<String>> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i += ROWS_AT_ONCE) {
            parts.add(all.subList(i, Math.min(all.size(), i + ROWS_AT_ONCE)));
        }
        return parts;
    }

    @Override
    public OptionalLong incr(String fullKey, long delta) {
        return change(rows -> Counting.incr(rows, rows.key(fullKey), delta, values));
    }

    @Override
    public boolean move(String fromKey, String toKey) {
        return store(1, rows -> {
            Entry<Encoded> entry = rows.find(rows.key(fromKey));
            if (entry == null) {
                return false;
            }
            rows.put(List.of(rows.key(toKey).row(entry.value())), entry.expiry());
            return rows.delete(rows.key(fromKey));
        });
    }

    @Override
    public void clear() {
        CacheTable table = routes.writing();
        run(
                table,
                rows -> rows.clear(table.upkeep().isLarge()),
                table.database().deadline());
        table.upkeep().cleared();
    }

    @Override
    public void started() {
        try {
            routes.reading();
            CacheTable table = routes.writing();
            if (createTable) {
                run(table, rows -> true, System.nanoTime() + STARTING);
            }
        } catch (RuntimeException e) {
            LOG.log(
                    createTable ? System.Logger.Level.INFO : System.Logger.Level.DEBUG,
                    "The table of cache \"" + cache + "\" is not there yet; it is looked for again at first use: "
                            + e.getMessage());
        }
    }

    @Override
    public void close() {
        routes.close();
    }
}

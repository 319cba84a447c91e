package org.cachette.backend.database;

import jakarta.persistence.EntityManagerFactory;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables in all databases of an application, shared by its caches. Safe for use by several threads. */
final class Tables {

    private final Map<ConnectionSource, Database> databases = new ConcurrentHashMap<>();
    private final Map<Place, CacheTable> tables = new ConcurrentHashMap<>();

    private record Place(Database database, TableName name) {}

    /** The table in the database of that persistence unit. */
    CacheTable table(EntityManagerFactory factory, TableName name, Limits limits, InstantSource clock) {
        Database database =
                databases.computeIfAbsent(ConnectionSource.of(factory), source -> new Database(source, limits));
        return tables.computeIfAbsent(
                new Place(database, name), place -> new CacheTable(name, database, limits, clock));
    }
}

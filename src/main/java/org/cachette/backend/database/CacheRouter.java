package org.cachette.backend.database;

import java.util.Optional;

/**
 * Says which database a cache's entries are read from and written to, as a bean of the application; Django's database
 * router. A database's name is that of its persistence unit. Called by several threads at the same time, before each
 * operation.
 */
public interface CacheRouter {

    /**
     * The database that a cache is read from; empty for the one that {@link CacheRead} marks, or else the application's
     * own.
     */
    Optional<String> databaseForRead(String cacheName);

    /**
     * The database that a cache is written to; empty for the one that {@link CacheWrite} marks, or else the
     * application's own.
     */
    Optional<String> databaseForWrite(String cacheName);

    /** True when that database may have the cache's table: asked before it is created. */
    boolean mayMigrate(String database, String cacheName);
}

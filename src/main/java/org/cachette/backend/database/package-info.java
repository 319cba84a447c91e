/**
 * The backend {@code database}: entries in a table that {@code location} names, one row each, in the databases of the
 * application's persistence units. An application uses {@link org.cachette.backend.database.CacheRead},
 * {@link org.cachette.backend.database.CacheWrite} and {@link org.cachette.backend.database.CacheRouter} to say which
 * database; the rest is ours alone, and reached by its name in {@code cachette.caches.<name>.backend}.
 *
 * <p>From below: {@code Dialect} and {@code TableSql} are the SQL; a {@code ConnectionSource} opens connections of a
 * persistence unit, {@code Leases} keeps a few of them while they are in use and holds everyone to the time limit;
 * {@code CacheTable} is the table in one of the databases; {@code Routes} chooses among them; {@code Upkeep} culls;
 * {@code DatabaseBackend} makes the cache's operations of all that. {@code CreateCacheTable} is the command.
 */
@NullMarked
package org.cachette.backend.database;

import org.jspecify.annotations.NullMarked;

package org.cachette.backend.database;

import jakarta.persistence.EntityManagerFactory;
import java.lang.annotation.Annotation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.Beans;
import org.jspecify.annotations.Nullable;

/**
 * Where a cache is read from and written to: where the application's router says, else where its qualifiers do, else in
 * the database of its only {@code EntityManagerFactory} without them. Beans are looked up when first needed, since they
 * may not be ready before. Safe for use by several threads.
 */
final class Routes {

    private static final String READ = "@CacheRead";
    private static final String WRITE = "@CacheWrite";

    private final String cache;
    private final Beans beans;
    private final Function<EntityManagerFactory, CacheTable> tables;
    private final Map<String, CacheTable> marked = new ConcurrentHashMap<>();
    private final Map<String, CacheTable> named = new ConcurrentHashMap<>();
    private volatile boolean routerKnown;
    private volatile @Nullable CacheRouter router;

    Routes(BackendSettings settings, Function<EntityManagerFactory, CacheTable> tables) {
        this.cache = settings.cache();
        this.beans = settings.beans();
        this.tables = tables;
    }

    CacheTable reading() {
        return router().flatMap(chosen -> chosen.databaseForRead(cache))
                .map(this::named)
                .orElseGet(() -> marked.computeIfAbsent(READ, mark -> table(this::factoryToRead)));
    }

    CacheTable writing() {
        return router().flatMap(chosen -> chosen.databaseForWrite(cache))
                .map(this::named)
                .orElseGet(() -> marked.computeIfAbsent(WRITE, mark -> table(this::factoryToWrite)));
    }

    /** Whether that database may have the table. */
    boolean mayMigrate(CacheTable table) {
        return router().map(chosen -> chosen.mayMigrate(table.database().unit(), cache))
                .orElse(true);
    }

    /** Gives up connections. */
    void close() {
        marked.values().forEach(table -> table.database().close());
        named.values().forEach(table -> table.database().close());
        marked.clear();
        named.clear();
    }

    private Optional<CacheRouter> router() {
        if (!routerKnown) {
            router = beans.find(CacheRouter.class).orElse(null);
            routerKnown = true;
        }
        return Optional.ofNullable(router);
    }

    /** A factory is often made only now, and not while its database is down. */
    private CacheTable table(Supplier<EntityManagerFactory> factory) {
        try {
            return tables.apply(factory.get());
        } catch (RuntimeException e) {
            throw new DatabaseFailure(
                    "cache \"" + cache + "\" has no EntityManagerFactory that works: " + e.getMessage() + reason(e), e);
        }
    }

    /** What the driver says, if it was asked. */
    private static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null && !(reason instanceof SQLException)) {
            reason = reason.getCause();
        }
        return reason == failure ? "" : " (" + reason + ")";
    }

    private EntityManagerFactory factoryToRead() {
        return factory(CacheRead.Literal.of(cache))
                .or(() -> factory(CacheRead.Literal.of("")))
                .orElseGet(this::factoryToWrite);
    }

    private EntityManagerFactory factoryToWrite() {
        return factory(CacheWrite.Literal.of(cache))
                .or(() -> factory(CacheWrite.Literal.of("")))
                .or(this::factory)
                .orElseThrow(() -> new IllegalStateException("cache \"" + cache + "\" has no database to be written to:"
                        + " expected " + EXPECTED + ", also with @CacheWrite"));
    }

    static final String EXPECTED = "a bean of the application that produces an EntityManagerFactory, such as"
            + " @Produces @PersistenceUnit(unitName = \"…\") EntityManagerFactory factory";

    /** Whether the application has any factory at all; none is made for that. */
    static boolean hasFactories(Beans beans) {
        return !beans.all(EntityManagerFactory.class).isEmpty();
    }

    private Optional<EntityManagerFactory> factory(Annotation... qualifiers) {
        return beans.find(EntityManagerFactory.class, qualifiers);
    }

    private CacheTable named(String unit) {
        return named.computeIfAbsent(unit, name -> find(name));
    }

    /** One that cannot be made must not keep another one from being found. */
    private CacheTable find(String unit) {
        List<String> others = new ArrayList<>();
        IllegalStateException missing = new IllegalStateException("the CacheRouter names database \"" + unit
                + "\" for cache \"" + cache + "\": expected the name of a persistence unit, with " + EXPECTED);
        for (Supplier<EntityManagerFactory> bean : beans.all(EntityManagerFactory.class)) {
            try {
                CacheTable table = table(bean);
                if (table.database().unit().equals(unit)) {
                    return table;
                }
                others.add(table.database().unit());
            } catch (RuntimeException e) {
                missing.addSuppressed(e);
            }
        }
        throw others.isEmpty()
                ? missing
                : new IllegalStateException(missing.getMessage() + " (there is " + others + ")", missing);
    }
}

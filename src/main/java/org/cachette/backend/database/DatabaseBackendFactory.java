package org.cachette.backend.database;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;

/** Makes backends on the application's databases; {@code location} names the table. */
public final class DatabaseBackendFactory implements BackendFactory {

    private static final String TIME_LIMIT = "time-limit";
    private static final String CONNECTIONS = "connections";
    private static final String CREATE_TABLE = "create-table";

    private static final Duration DEFAULT_LIMIT = Duration.ofMillis(250);
    private static final Duration LONGEST_LIMIT = Duration.ofMinutes(1);
    private static final int DEFAULT_CONNECTIONS = 8;

    private final Map<TableName, Shared> shared = new HashMap<>();
    private final Map<Limits, Tables> tables = new HashMap<>();

    private record Shared(String cache, Limits limits) {}

    @Override
    public Set<String> options() {
        return Set.of(TIME_LIMIT, CONNECTIONS, CREATE_TABLE);
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        TableName name = name(settings);
        Limits limits = limits(settings);
        checkSharing(settings, name, limits);
        checkFactories(settings);
        Tables all = tables.computeIfAbsent(limits, each -> new Tables());
        Routes routes = new Routes(settings, factory -> all.table(factory, name, limits, settings.clock()));
        return new DatabaseBackend(settings, routes, limits.createTable());
    }

    private static TableName name(BackendSettings settings) {
        try {
            return TableName.of(settings.location());
        } catch (IllegalArgumentException e) {
            settings.problems().wrong(settings.setting("location"), settings.location(), TableName.EXPECTED);
            return TableName.of("");
        }
    }

    private static Limits limits(BackendSettings settings) {
        return new Limits(
                settings.maxEntries(),
                settings.cullFrequency(),
                settings.options()
                        .duration(TIME_LIMIT, ChronoUnit.MILLIS, LONGEST_LIMIT, DEFAULT_LIMIT)
                        .toMillis(),
                (int) Math.min(settings.options().number(CONNECTIONS, 1, DEFAULT_CONNECTIONS), 1000),
                settings.options().flag(CREATE_TABLE, false));
    }

    private void checkSharing(BackendSettings settings, TableName name, Limits limits) {
        Shared first = shared.computeIfAbsent(name, key -> new Shared(settings.cache(), limits));
        if (!first.limits().equals(limits)) {
            settings.problems()
                    .add("caches " + first.cache() + " and " + settings.cache() + " share the table " + name.text()
                            + " with different limits: expected the same max-entries, cull-frequency, options."
                            + TIME_LIMIT + ", options." + CONNECTIONS + " and options." + CREATE_TABLE
                            + ", or another " + settings.setting("location"));
        }
    }

    private static void checkFactories(BackendSettings settings) {
        try {
            if (!Routes.hasFactories(settings.beans())) {
                settings.problems()
                        .wrong(
                                settings.setting("backend"),
                                "database",
                                "beside it " + Routes.EXPECTED + " (the application has none)");
            }
        } catch (NoClassDefFoundError e) {
            settings.problems()
                    .add(
                            settings.setting("backend")
                                    + " is \"database\": expected Jakarta Persistence and a provider"
                                    + " of it on the class path, such as org.hibernate.orm:hibernate-core or"
                                    + " org.eclipse.persistence:org.eclipse.persistence.jpa (" + e + ")",
                            e);
        }
    }
}

package org.cachette.backend.database;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import org.cachette.backend.BackendContract;
import org.cachette.backend.Beans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract with a provider on a database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseContract extends BackendContract {

    private final Unit.Provider provider;
    private final DatabaseServer.@Nullable Kind kind;
    private @Nullable DatabaseServer server;
    private @Nullable EntityManagerFactory factory;

    /** On that server, or on H2 in memory. */
    DatabaseContract(Unit.Provider provider, DatabaseServer.@Nullable Kind kind) {
        this.provider = provider;
        this.kind = kind;
    }

    @BeforeAll
    void open() {
        server = kind == null ? null : DatabaseServer.started(kind);
        String url = server == null ? "jdbc:h2:mem:" + getClass().getSimpleName() + ";DB_CLOSE_DELAY=-1" : server.url();
        factory = Unit.open("primary", provider, url);
    }

    @AfterAll
    void close() {
        if (factory != null) {
            factory.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected Beans beans() {
        EntityManagerFactory opened = factory;
        return opened == null ? Beans.NONE : new Factories().with(() -> opened);
    }

    @Override
    protected Map<String, String> backendSettings() {
        return Map.of(
                "backend", "database",
                "location", "my cache table",
                "options.create-table", "true",
                "options.time-limit", "PT10S");
    }
}

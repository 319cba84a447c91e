package org.cachette.backend.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cachette.backend.Beans;
import org.cachette.backend.OutageContract;
import org.cachette.backend.StoreServer;
import org.junit.jupiter.api.AfterEach;

/** A database server that is down, dies, freezes and comes back, behind a provider's own pool. */
abstract class DatabaseOutageContract extends OutageContract {

    private final Unit.Provider provider;
    private final DatabaseServer.Kind kind;
    private final List<LazyUnit> units = new ArrayList<>();

    DatabaseOutageContract(Unit.Provider provider, DatabaseServer.Kind kind) {
        this.provider = provider;
        this.kind = kind;
    }

    @AfterEach
    void closeAll() {
        units.forEach(LazyUnit::close);
    }

    @Override
    protected StoreServer newServer() {
        return DatabaseServer.of(kind);
    }

    @Override
    protected Beans beans(String address) {
        LazyUnit unit = new LazyUnit(() -> Unit.open("primary", provider, kind.url(address)));
        units.add(unit);
        return new Factories().with(unit);
    }

    @Override
    protected Map<String, String> settings(String address, Duration timeLimit) {
        return Map.of(
                "default.backend", "database",
                "default.options.create-table", "true",
                "default.options.time-limit", timeLimit.toString());
    }
}

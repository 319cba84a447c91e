package org.cachette.backend.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.backend.BackendContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract on real servers, in whose clocks time passes too: all lives are made shorter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisContract extends BackendContract {

    private List<RedisServer> servers = List.of();

    /** The first ones have all keys. */
    abstract List<RedisServer> startServers();

    /** How many of the servers are no replicas. */
    int primaries() {
        return 1;
    }

    /** Other settings than that of the location. */
    Map<String, String> otherSettings() {
        return Map.of();
    }

    @BeforeAll
    void startAll() {
        servers = startServers();
    }

    @AfterAll
    void stopAll() {
        servers.forEach(RedisServer::close);
    }

    @Override
    protected Map<String, String> backendSettings() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "backend",
                "redis",
                "location",
                String.join(",", servers.stream().map(RedisServer::address).toList()),
                "options.time-limit",
                "PT5S"));
        settings.putAll(otherSettings());
        return settings;
    }

    @Override
    public void passTime(Duration duration) {
        super.passTime(duration);
        servers.stream().limit(primaries()).forEach(server -> server.passTime(duration));
    }
}

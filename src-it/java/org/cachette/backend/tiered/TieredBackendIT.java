package org.cachette.backend.tiered;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cachette.backend.BackendContract;
import org.cachette.backend.redis.RedisServer;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract over memory and a real Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TieredBackendIT extends BackendContract {

    private final RedisServer server = RedisServer.notStarted();

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    protected Map<String, String> backendSettings() {
        return Map.of("backend", "tiered", "location", "near, far");
    }

    @Override
    public NamedCaches caches(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "near.backend",
                "memory",
                "near.location",
                "near",
                "far.backend",
                "redis",
                "far.location",
                server.address(),
                "far.options.time-limit",
                "PT5S"));
        all.addAll(List.of(settings));
        return super.caches(all.toArray(String[]::new));
    }

    @Override
    public void passTime(Duration duration) {
        super.passTime(duration);
        server.passTime(duration);
    }
}

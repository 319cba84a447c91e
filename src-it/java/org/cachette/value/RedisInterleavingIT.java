package org.cachette.value;

import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.backend.redis.RedisServer;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterAll;

/** On another store that processes share. */
final class RedisInterleavingIT extends InterleavingContract {

    private final RedisServer server = RedisServer.started();

    @Override
    protected NamedCaches open(ManualClock clock) {
        return new NamedCaches(
                Settings.read(Configs.of(
                        "cachette.caches.default.backend",
                        "redis",
                        "cachette.caches.default.location",
                        server.address())),
                clock);
    }

    @Override
    protected int mostInterruptions() {
        return FEW;
    }

    @AfterAll
    void stop() {
        server.close();
    }
}

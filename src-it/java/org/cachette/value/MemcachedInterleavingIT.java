package org.cachette.value;

import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.backend.memcached.MemcachedServer;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterAll;

/** All orders of what goes to a real store, each operation of which is a command. */
final class MemcachedInterleavingIT extends InterleavingContract {

    private final MemcachedServer server = MemcachedServer.onTcp();

    @Override
    protected NamedCaches open(ManualClock clock) {
        return new NamedCaches(
                Settings.read(Configs.of(
                        "cachette.caches.default.backend",
                        "memcached",
                        "cachette.caches.default.location",
                        server.address())),
                clock);
    }

    @AfterAll
    void stop() {
        server.close();
    }
}

package org.cachette.backend.redis;

import java.time.Duration;
import java.util.Map;
import org.cachette.backend.FullStoreContract;
import org.cachette.backend.OutageContract;
import org.cachette.backend.StoreServer;

/** A server that is down, dies, freezes, is full, and comes back. */
final class RedisOutageIT extends OutageContract implements FullStoreContract {

    @Override
    protected StoreServer newServer() {
        return RedisServer.notStarted();
    }

    @Override
    public StoreServer startedSmallServer() {
        return RedisServer.started("--maxmemory", "10mb");
    }

    @Override
    protected Map<String, String> settings(String address, Duration timeLimit) {
        return Map.of(
                "default.backend",
                "redis",
                "default.location",
                "redis://" + address,
                "default.options.time-limit",
                timeLimit.toString());
    }
}

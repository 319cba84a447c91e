package org.cachette.backend.redis;

import java.time.Duration;
import java.util.List;
import org.cachette.backend.NodeOutageContract;
import org.cachette.backend.StoreServer;
import org.cachette.named.NamedCaches;

/** A primary, while its replica can be read. */
final class RedisPrimaryOutageIT extends NodeOutageContract {

    @Override
    protected List<StoreServer> startServers() {
        RedisServer primary = RedisServer.started();
        return List.of(primary, RedisReplicaIT.replicaOf(primary));
    }

    @Override
    protected int failing() {
        return 0;
    }

    @Override
    protected NamedCaches open(List<String> addresses, Duration timeLimit) {
        return TestCaches.on(String.join(",", addresses), "options.time-limit", timeLimit.toString());
    }
}

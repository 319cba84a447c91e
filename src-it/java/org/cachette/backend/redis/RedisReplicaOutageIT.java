package org.cachette.backend.redis;

import java.time.Duration;
import java.util.List;
import org.cachette.backend.NodeOutageContract;
import org.cachette.backend.StoreServer;
import org.cachette.named.NamedCaches;

/** A replica that is read from, beside its primary. */
final class RedisReplicaOutageIT extends NodeOutageContract {

    @Override
    protected List<StoreServer> startServers() {
        RedisServer primary = RedisServer.started();
        return List.of(primary, RedisReplicaIT.replicaOf(primary));
    }

    @Override
    protected boolean writing() {
        return false;
    }

    @Override
    protected NamedCaches open(List<String> addresses, Duration timeLimit) {
        return TestCaches.on(String.join(",", addresses), "options.time-limit", timeLimit.toString());
    }
}

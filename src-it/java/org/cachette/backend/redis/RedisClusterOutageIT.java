package org.cachette.backend.redis;

import java.time.Duration;
import java.util.List;
import org.cachette.backend.NodeOutageContract;
import org.cachette.backend.StoreServer;
import org.cachette.named.NamedCaches;

/** One of the three servers of a cluster. */
final class RedisClusterOutageIT extends NodeOutageContract {

    @Override
    protected List<? extends StoreServer> startServers() {
        return RedisClusterIT.startCluster();
    }

    @Override
    protected NamedCaches open(List<String> addresses, Duration timeLimit) {
        return TestCaches.on(
                String.join(",", addresses), "options.cluster", "true", "options.time-limit", timeLimit.toString());
    }
}

package org.cachette.backend.memcached;

import java.time.Duration;
import java.util.List;
import org.cachette.backend.NodeOutageContract;
import org.cachette.backend.StoreServer;
import org.cachette.named.NamedCaches;

/** One of three servers that share the keys. */
final class MemcachedThreeNodesOutageIT extends NodeOutageContract {

    @Override
    protected List<StoreServer> startServers() {
        return List.of(MemcachedServer.onTcp(), MemcachedServer.onTcp(), MemcachedServer.onTcp());
    }

    @Override
    protected NamedCaches open(List<String> addresses, Duration timeLimit) {
        return TestCaches.on(String.join(",", addresses), "options.time-limit", timeLimit.toString());
    }
}

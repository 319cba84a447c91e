package org.cachette.backend.memcached;

import java.util.List;

final class MemcachedThreeNodesIT extends MemcachedContract {

    @Override
    List<MemcachedServer> startServers() {
        return List.of(MemcachedServer.onTcp(), MemcachedServer.onTcp(), MemcachedServer.onTcp());
    }
}

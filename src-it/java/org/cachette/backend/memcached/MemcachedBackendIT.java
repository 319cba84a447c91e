package org.cachette.backend.memcached;

import java.util.List;

final class MemcachedBackendIT extends MemcachedContract {

    @Override
    List<MemcachedServer> startServers() {
        return List.of(MemcachedServer.onTcp());
    }
}

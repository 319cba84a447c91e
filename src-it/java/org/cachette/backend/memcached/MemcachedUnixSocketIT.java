package org.cachette.backend.memcached;

import java.util.List;

final class MemcachedUnixSocketIT extends MemcachedContract {

    @Override
    List<MemcachedServer> startServers() {
        return List.of(MemcachedServer.onUnixSocket());
    }
}

package org.cachette.backend.redis;

import java.util.List;

final class RedisBackendIT extends RedisContract {

    @Override
    List<RedisServer> startServers() {
        return List.of(RedisServer.started());
    }
}

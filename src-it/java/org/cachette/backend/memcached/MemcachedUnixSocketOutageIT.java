package org.cachette.backend.memcached;

import java.time.Duration;
import java.util.Map;
import org.cachette.backend.OutageContract;
import org.cachette.backend.StoreServer;

/** A server on a unix socket that is down, dies, freezes and comes back. */
final class MemcachedUnixSocketOutageIT extends OutageContract {

    @Override
    protected StoreServer newServer() {
        return MemcachedServer.notStartedOnUnixSocket();
    }

    @Override
    protected Map<String, String> settings(String address, Duration timeLimit) {
        return Map.of(
                "default.backend",
                "memcached",
                "default.location",
                address,
                "default.options.time-limit",
                timeLimit.toString());
    }
}

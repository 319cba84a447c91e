package org.cachette.backend.redis;

import java.util.ArrayList;
import java.util.List;
import org.cachette.backend.FullDiskContract;
import org.cachette.backend.SmallDisk;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;

/** A server that keeps a log on a full disk, and then refuses whatever changes something. */
final class RedisFullDiskIT extends FullDiskContract<SmallDisk> {

    private final List<RedisServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(RedisServer::close);
    }

    @Override
    protected SmallDisk startedStore() {
        return SmallDisk.of(8);
    }

    @Override
    protected NamedCaches open(SmallDisk disk) {
        RedisServer server = RedisServer.started(
                "--dir",
                disk.directory().toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--auto-aof-rewrite-percentage",
                "0");
        servers.add(server);
        return TestCaches.on(server.address());
    }
}

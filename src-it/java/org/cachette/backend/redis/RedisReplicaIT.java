package org.cachette.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.cachette.Cache;
import org.cachette.backend.LogRecords;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** A primary with a replica that is read from. */
final class RedisReplicaIT extends RedisContract {

    @Override
    List<RedisServer> startServers() {
        RedisServer primary = RedisServer.started();
        return List.of(primary, replicaOf(primary));
    }

    static RedisServer replicaOf(RedisServer primary) {
        RedisServer replica = RedisServer.started("--replicaof", "127.0.0.1 " + primary.port());
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try (Jedis jedis = replica.client()) {
                return jedis.info("replication").contains("master_link_status:up");
            }
        });
        return replica;
    }

    private static void set(RedisServer server, String key, String value) {
        try (Jedis jedis = server.client()) {
            jedis.set(key, value);
        }
    }

    @Test
    @Tag("DJ-REDIS-02")
    @Tag("DJ-REDIS-04")
    void readsGoToTheReplicaAndWritesToThePrimary() {
        try (RedisServer primary = RedisServer.started();
                RedisServer replica = replicaOf(primary)) {
            NamedCaches caches = TestCaches.on(primary.address() + "," + replica.address());
            Cache cache = caches.getDefault();
            try (Jedis jedis = replica.client()) {
                jedis.configSet("replica-read-only", "no");
            }
            set(replica, ":1:key", "Sof the replica");

            assertThat(cache.get("key")).contains("of the replica");
            assertThat(cache.hasKey("key")).isTrue();
            assertThat(cache.add("key", "of the primary")).isTrue();
            assertThat(cache.get("key")).as("what was just written").contains("of the primary");
            caches.close();
        }
    }

    @Test
    void aReplicaThatLagsNeverHidesWhatThisProcessWrote() {
        try (RedisServer primary = RedisServer.started();
                RedisServer replica = replicaOf(primary)) {
            NamedCaches caches = TestCaches.on(primary.address() + "," + replica.address());
            Cache cache = caches.getDefault();
            cache.set("key", "old");
            try (Jedis jedis = replica.client()) {
                jedis.replicaofNoOne(); // from now on it hears of nothing
            }

            cache.set("key", "new");
            assertThat(cache.get("key")).contains("new");
            assertThat(cache.getMany(List.of("another", "key"))).containsEntry("key", "new");
            cache.delete("key");
            assertThat(cache.get("key")).isEmpty();
            caches.close();
        }
    }

    @Test
    void aReplicaThatFailsIsOneWarningAndItsPrimaryIsRead() {
        try (LogRecords log = new LogRecords();
                RedisServer primary = RedisServer.started();
                RedisServer replica = replicaOf(primary)) {
            NamedCaches caches = TestCaches.on(primary.address() + "," + replica.address());
            Cache cache = caches.getDefault();
            set(primary, ":1:key", "Svalue");

            replica.freeze();
            for (int i = 0; i < 100; i++) {
                assertThat(cache.get("key")).contains("value");
            }
            replica.kill();
            for (int i = 0; i < 100; i++) {
                assertThat(cache.get("key")).contains("value");
            }

            assertThat(log.warnings()).singleElement().asString().contains(replica.address(), "primary");
            caches.close();
        }
    }
}

package org.cachette.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.backend.LogRecords;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** A primary that a sentinel replaces. */
final class RedisSentinelIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static RedisServer sentinelOf(RedisServer primary) {
        return RedisServer.started(
                "sentinel monitor main 127.0.0.1 " + primary.port() + " 1",
                "sentinel down-after-milliseconds main 500",
                "sentinel failover-timeout main 2000");
    }

    private static void awaitLink(RedisServer sentinel, RedisServer replica) {
        await().atMost(PATIENCE).until(() -> {
            try (Jedis jedis = replica.client();
                    Jedis watcher = sentinel.client()) {
                return jedis.info("replication").contains("master_link_status:up")
                        && watcher.sentinelReplicas("main").size() == 1;
            }
        });
    }

    @Test
    void afterAFailOverThePromotedReplicaIsUsed() {
        try (LogRecords log = new LogRecords();
                RedisServer primary = RedisServer.started();
                RedisServer replica = RedisServer.started("--replicaof", "127.0.0.1 " + primary.port());
                RedisServer sentinel = sentinelOf(primary);
                RedisServer dead = RedisServer.notStarted();
                NamedCaches caches = TestCaches.on(
                        dead.address() + " " + sentinel.address(), "options.sentinel", "main", "timeout", "forever")) {
            awaitLink(sentinel, replica);
            Cache cache = caches.getDefault();
            cache.set("key", "value");
            assertThat(cache.get("key")).contains("value");
            await().atMost(PATIENCE).until(() -> {
                try (Jedis jedis = replica.client()) {
                    return jedis.exists(":1:key");
                }
            });

            primary.kill();

            await().atMost(PATIENCE).until(() -> cache.get("key").isPresent() && stores(cache));
            try (Jedis jedis = replica.client()) {
                assertThat(jedis.exists(":1:stored")).isTrue();
            }
            assertThat(log.warnings()).hasSize(1);
        }
    }

    private static boolean stores(Cache cache) {
        cache.set("stored", "value");
        return cache.get("stored").isPresent();
    }

    /** No connection breaks: the server says that it is a replica now. */
    @Test
    void aPrimaryThatBecomesAReplicaIsWrittenToNoMore() {
        try (RedisServer primary = RedisServer.started();
                RedisServer replica = RedisServer.started("--replicaof", "127.0.0.1 " + primary.port());
                RedisServer sentinel = sentinelOf(primary);
                NamedCaches caches = TestCaches.on(
                        sentinel.address(), "options.sentinel", "main", "timeout", "forever", "on-error", "throw")) {
            awaitLink(sentinel, replica);
            Cache cache = caches.getDefault();
            cache.set("key", "before");

            try (Jedis jedis = sentinel.client()) {
                jedis.sentinelFailover("main");
            }

            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                cache.set("key", "after");
                try (Jedis jedis = replica.client()) {
                    return jedis.info("replication").contains("role:master") && "Safter".equals(jedis.get(":1:key"));
                }
            });
        }
    }

    @Test
    void aNameThatSentinelsDoNotKnowIsSaid() {
        try (RedisServer primary = RedisServer.started();
                RedisServer sentinel = sentinelOf(primary);
                NamedCaches caches =
                        TestCaches.on(sentinel.address(), "options.sentinel", "other", "on-error", "throw")) {
            assertThatThrownBy(() -> caches.getDefault().get("key"))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("the sentinel knows no primary \"other\"");
        }
    }
}

package org.cachette.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.backend.LogRecords;
import org.cachette.backend.ServerProcess;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.JedisClusterCRC16;

/** Three servers that share the keys. */
final class RedisClusterIT extends RedisContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    List<RedisServer> startServers() {
        return startCluster();
    }

    @Override
    int primaries() {
        return 3;
    }

    @Override
    Map<String, String> otherSettings() {
        return Map.of("options.cluster", "true");
    }

    static List<RedisServer> startCluster() {
        List<RedisServer> servers = IntStream.range(0, 3)
                .mapToObj(i -> {
                    int bus = ServerProcess.freePort();
                    return RedisServer.started(
                            "--cluster-enabled", "yes",
                            "--cluster-port", "" + bus,
                            "--cluster-node-timeout", "2000",
                            "--cluster-require-full-coverage", "no");
                })
                .toList();
        List<String> command = new ArrayList<>(
                List.of(ServerProcess.program("redis-cli", "redis-tools"), "--cluster-yes", "--cluster", "create"));
        servers.forEach(server -> command.add(server.address()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        servers.forEach(RedisClusterIT::awaitCluster);
        return servers;
    }

    private static void awaitCluster(RedisServer server) {
        await().atMost(PATIENCE).until(() -> {
            try (Jedis jedis = server.client()) {
                return jedis.clusterInfo().contains("cluster_state:ok");
            }
        });
    }

    @Test
    void theKeysOfADeadServerAreMissesAndThoseOfOthersAreNot() {
        List<RedisServer> servers = startCluster();
        try (LogRecords log = new LogRecords();
                NamedCaches caches = TestCaches.on(servers.get(0).address(), "options.cluster", "true")) {
            Cache cache = caches.getDefault();
            List<String> keys = IntStream.range(0, 300).mapToObj(i -> "key" + i).toList();
            Map<String, Object> values = keys.stream().collect(Collectors.toMap(key -> key, key -> key + "="));
            assertThat(cache.setMany(values)).isEmpty();
            assertThat(cache.getMany(keys)).isEqualTo(values);

            servers.get(1).kill();
            Map<String, Object> left = cache.getMany(keys);

            assertThat(left.size()).isBetween(100, 299);
            assertThat(cache.setMany(values)).hasSize(300 - left.size()).doesNotContainAnyElementsOf(left.keySet());
            keys.forEach(key -> assertThat(cache.get(key)).isEqualTo(Optional.ofNullable(left.get(key))));
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains(servers.get(1).address());
        } finally {
            servers.forEach(RedisServer::close);
        }
    }

    @Test
    void aSlotThatMovesIsFollowed() {
        List<RedisServer> servers = startCluster();
        try (NamedCaches caches =
                TestCaches.on(servers.get(0).address(), "options.cluster", "true", "on-error", "throw")) {
            Cache cache = caches.getDefault();
            cache.get("key");
            int slot = JedisClusterCRC16.getSlot(":1:key");
            RedisServer from = servers.get(slot / 5462);
            RedisServer to = servers.get((slot / 5462 + 1) % 3);
            try (Jedis source = from.client();
                    Jedis target = to.client()) {
                String sourceId = source.clusterMyId();
                String targetId = target.clusterMyId();
                target.clusterSetSlotImporting(slot, sourceId);
                source.clusterSetSlotMigrating(slot, targetId);

                cache.set("key", "on its way"); // asks the source, which sends on to the target
                assertThat(cache.get("key")).contains("on its way");
                assertThat(target.keys("*")).containsExactly(":1:key");

                for (RedisServer server : servers) {
                    try (Jedis jedis = server.client()) {
                        jedis.clusterSetSlotNode(slot, targetId);
                    }
                }
            }

            assertThat(cache.get("key")).contains("on its way");
            assertThat(cache.getMany(List.of("key", "another"))).isEqualTo(Map.of("key", "on its way"));
            assertThat(cache.incr(counter(cache), 1)).isEqualTo(2);
            assertThat(cache.delete("key")).isTrue();
        } finally {
            servers.forEach(RedisServer::close);
        }
    }

    private static String counter(Cache cache) {
        cache.set("count", 1);
        return "count";
    }
}

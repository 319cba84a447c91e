package org.cachette.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.Cache;
import org.cachette.bench.Rounds.Measured;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;

/** A cache on {@code backend=redis} beside bare Jedis, on one real server, with the same keys and bytes. */
final class RedisFigures {

    private static final int KEYS = 1_000;
    private static final byte[] VALUE = new byte[1_024];

    private final Report report;

    RedisFigures(Report report) {
        this.report = report;
    }

    void print() throws InterruptedException {
        try (Server server = Server.redis();
                OneCache ours = OneCache.of(Map.of("backend", "redis", "location", "redis://" + server.address()));
                RedisClient jedis = RedisClient.create("127.0.0.1", server.port())) {
            Cache cache = ours.cache();
            for (int i = 0; i < KEYS; i++) {
                cache.set(key(i), VALUE);
                jedis.set(bytes(i), VALUE);
            }
            compare(
                    "get",
                    Map.of(
                            "cache", number -> cache.get(key(number)).orElseThrow(),
                            "Jedis", number -> jedis.get(bytes(number))));
            compare(
                    "set",
                    Map.of(
                            "cache", number -> cache.set(key(number), VALUE),
                            "Jedis",
                                    number -> jedis.set(
                                            bytes(number),
                                            VALUE,
                                            SetParams.setParams().px(300_000))));
            new BulkFigures(report).print("redis", cache, 10);
        }
    }

    private void compare(String operation, Map<String, Throughput.Work> contenders) throws InterruptedException {
        Map<String, Measured> measured = Throughput.alternate(1, new TreeMap<>(contenders));
        report.section("redis: " + operation + " of 1 kB beside Jedis");
        measured.forEach(report::time);
        report.atLeast("throughput of Jedis's", measured.get("cache").ratioTo(measured.get("Jedis")), 0.9);
    }

    private static String key(int number) {
        return "key-" + Math.floorMod(number, KEYS);
    }

    /** Under keys of their own: what the cache stores is not what Jedis reads. */
    private static byte[] bytes(int number) {
        return ("bare-" + Math.floorMod(number, KEYS)).getBytes(StandardCharsets.US_ASCII);
    }
}

package org.cachette.bench;

import com.spotify.folsom.BinaryMemcacheClient;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClientBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import org.cachette.Cache;
import org.cachette.bench.Rounds.Measured;

/**
 * A cache on {@code backend=memcached} beside the clients that Java has, on one real server. Fair: the same keys and
 * bytes, one connection's worth of settings left as each comes.
 */
final class MemcachedFigures {

    private static final int KEYS = 1_000;
    private static final byte[] VALUE = new byte[1_024];

    private final Report report;

    MemcachedFigures(Report report) {
        this.report = report;
    }

    void print() throws Exception {
        try (Server server = Server.memcached();
                OneCache ours = OneCache.of(Map.of("backend", "memcached", "location", server.address()))) {
            MemcachedClient xmemcached = new XMemcachedClientBuilder(server.address()).build();
            BinaryMemcacheClient<byte[]> folsom = MemcacheClientBuilder.newByteArrayClient()
                    .withAddress("127.0.0.1", server.port())
                    .connectBinary();
            folsom.awaitConnected(10, TimeUnit.SECONDS);
            Cache cache = ours.cache();
            for (int i = 0; i < KEYS; i++) {
                cache.set(key(i), VALUE);
                xmemcached.set(key(i), 0, VALUE);
            }
            for (int threads : List.of(1, 16)) {
                get(threads, cache, xmemcached, folsom);
                set(threads, cache, xmemcached, folsom);
            }
            getMany(cache);
            xmemcached.shutdown();
            folsom.shutdown();
        }
    }

    private void get(int threads, Cache cache, MemcachedClient xmemcached, MemcacheClient<byte[]> folsom)
            throws Exception {
        Map<String, Measured> measured = Throughput.alternate(
                threads,
                new TreeMap<>(Map.of(
                        "cache.get", number -> cache.get(key(number)).orElseThrow(),
                        "xmemcached", number -> xmemcached.get(key(number)),
                        "folsom",
                                number -> folsom.get(key(number))
                                        .toCompletableFuture()
                                        .get())));
        report.section("memcached: get of 1 kB, threads: " + threads);
        compare(measured, "cache.get", threads == 1 ? 2.0 : 1.2);
    }

    private void set(int threads, Cache cache, MemcachedClient xmemcached, MemcacheClient<byte[]> folsom)
            throws Exception {
        Map<String, Measured> measured = Throughput.alternate(
                threads,
                new TreeMap<>(Map.of(
                        "cache.set", number -> cache.set(key(number), VALUE),
                        "xmemcached", number -> xmemcached.set(key(number), 300, VALUE),
                        "folsom",
                                number -> folsom.set(key(number), VALUE, 300)
                                        .toCompletableFuture()
                                        .get())));
        report.section("memcached: set of 1 kB, threads: " + threads);
        compare(measured, "cache.set", threads == 1 ? 2.0 : 1.0);
    }

    private void compare(Map<String, Measured> measured, String ours, double target) {
        measured.forEach(report::time);
        double ratio = measured.entrySet().stream()
                .filter(each -> !each.getKey().equals(ours))
                .mapToDouble(each -> measured.get(ours).ratioTo(each.getValue()))
                .min()
                .orElseThrow();
        report.atLeast("throughput of the better other's", ratio, target);
    }

    private void getMany(Cache cache) throws Exception {
        new BulkFigures(report).print("memcached", cache, 10);
    }

    private static String key(int number) {
        return "key-" + Math.floorMod(number, KEYS);
    }
}

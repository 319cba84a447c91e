package org.cachette.backend.tiered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.backend.Configs;
import org.cachette.backend.CuttingProxy;
import org.cachette.backend.LogRecords;
import org.cachette.backend.Together;
import org.cachette.backend.redis.RedisServer;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Several processes with copies of their own; each of them is a set of caches here. */
final class TieredProcessesIT {

    /** How long news of a change may take. */
    private static final Duration NEWS = Duration.ofSeconds(3);

    private final RedisServer server = RedisServer.started();
    private final List<NamedCaches> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(NamedCaches::close);
        server.close();
    }

    /** Copies that live for a minute, so that only news can drop them. */
    private NamedCaches process(String... settings) {
        return processAt(server.address(), settings);
    }

    private NamedCaches processAt(String address, String... settings) {
        Map<String, String> properties = new TreeMap<>(Map.of(
                "cachette.caches.default.backend", "tiered",
                "cachette.caches.default.location", "near far",
                "cachette.caches.default.options.near-timeout", "PT1M",
                "cachette.caches.near.backend", "memory",
                "cachette.caches.far.backend", "redis",
                "cachette.caches.far.location", address,
                "cachette.caches.far.options.time-limit", "PT2S"));
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("cachette.caches." + settings[i], settings[i + 1]);
        }
        NamedCaches caches = new NamedCaches(Settings.read(Configs.of(properties)), InstantSource.system());
        processes.add(caches);
        return caches;
    }

    /** Waits until the process hears of others. */
    private void awaitHearing(int processes) {
        await().atMost(NEWS).until(() -> {
            try (Jedis jedis = server.client()) {
                return jedis.pubsubNumSub("cachette:changes:0").containsValue((long) processes);
            }
        });
    }

    private static void awaitMiss(Cache cache, String key) {
        await().atMost(NEWS).pollInterval(Duration.ofMillis(5)).until(() -> cache.get(key)
                .isEmpty());
    }

    @Test
    void eachHearsOfTheChangesOfTheOther() {
        Cache one = process().getDefault();
        Cache other = process().getDefault();
        one.get("key");
        other.get("key");
        awaitHearing(2);

        one.set("key", "first");
        assertThat(other.get("key")).contains("first");
        other.set("key", "second");
        await().atMost(NEWS).until(() -> one.get("key").equals(Optional.of("second")));
        one.delete("key");
        awaitMiss(other, "key");

        one.setMany(Map.of("a", 1, "b", 2));
        assertThat(other.getMany(List.of("a", "b"))).isEqualTo(Map.of("a", 1L, "b", 2L));
        one.incr("a");
        await().atMost(NEWS).until(() -> other.get("a").equals(Optional.of(2L)));
        one.deleteMany(List.of("b"));
        awaitMiss(other, "b");
        one.clear();
        awaitMiss(other, "a");
    }

    @Test
    void copiesAreServedWithoutAskingTheFarStore() {
        Cache cache = process().getDefault();
        cache.get("key");
        awaitHearing(1);
        cache.set("key", "value");
        assertThat(cache.get("key")).contains("value");

        try (Jedis jedis = server.client()) {
            jedis.set(":1:key", "Schanged behind our back");
        }

        assertThat(cache.get("key")).contains("value");
    }

    @Test
    void afterALostConnectionNothingOldIsServed() {
        try (CuttingProxy proxy = new CuttingProxy(server.address())) {
            Cache one = process().getDefault();
            Cache other = processAt(proxy.address()).getDefault();
            one.set("key", "old");
            assertThat(other.get("key")).contains("old");
            awaitHearing(2);
            assertThat(other.get("key")).contains("old");

            proxy.cutAfter(0);
            one.set("key", "new");
            one.set("another", "so that news meet the cut");
            proxy.heal();

            await().atMost(NEWS).until(() -> other.get("key").equals(Optional.of("new")));
        }
    }

    @Test
    void whereNobodyAnnouncesCopiesAreStaleForNoLongerThanTheNearTimeout() {
        Cache cache = process("default.options.near-timeout", "PT0.5S").getDefault();
        cache.set("key", "old");
        long copied = System.nanoTime();
        try (Jedis jedis = server.client()) {
            jedis.set(":1:key", "Snew");
        }

        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> cache.get("key").equals(Optional.of("new")));
        assertThat(System.nanoTime() - copied).isLessThan(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void twoTieredCachesOnOneNearStoreAndTheNearCacheItselfNeverGetEachOthersValues() {
        try (RedisServer second = RedisServer.started()) {
            NamedCaches caches = process(
                    "other.backend",
                    "tiered",
                    "other.location",
                    "near,far2",
                    "far2.backend",
                    "redis",
                    "far2.location",
                    second.address());
            for (String name : List.of("default", "other", "near")) {
                caches.get(name).set("key", name);
            }

            for (String name : List.of("default", "other", "near")) {
                assertThat(caches.get(name).get("key")).contains(name);
            }
            caches.getDefault().clear();
            assertThat(caches.get("other").get("key")).contains("other");
            assertThat(caches.get("near").get("key")).contains("near");
        }
    }

    @Test
    void clearReachesTheFullKeysOfTheTieredCacheWhateverThePrefixOfItsFarCache() {
        NamedCaches caches = process("default.key-prefix", "site");
        caches.getDefault().set("key", "value");
        caches.get("far").set("key", "its own");

        caches.getDefault().clear();

        assertThat(caches.getDefault().get("key")).isEmpty();
        assertThat(caches.get("far").get("key")).contains("its own");
    }

    /** Deletes and reads of one key at the same time, over and over: after a delete nobody finds what was before. */
    @Test
    void whatWasReadBeforeADeleteNeverBecomesACopyAfterIt() throws Exception {
        Cache cache = process().getDefault();
        cache.get("key");
        awaitHearing(1);
        for (int round = 0; round < 300; round++) {
            String key = "key" + round;
            setFar(key);
            AtomicInteger number = new AtomicInteger();
            Together.run(4, () -> {
                if (number.getAndIncrement() == 0) {
                    return cache.delete(key);
                }
                cache.get(key);
                return cache.getMany(List.of(key)).isEmpty();
            });

            assertThat(cache.get(key)).as("round %d", round).isEmpty();
        }
    }

    /** In the far store only. */
    private void setFar(String key) {
        try (Jedis jedis = server.client()) {
            jedis.set(":1:" + key, "Svalue");
        }
    }

    @Test
    void sixteenThreadsOfTwoProcessesLoseNoCountAndAddHasOneWinner() throws Exception {
        List<Cache> caches =
                IntStream.range(0, 2).mapToObj(i -> process().getDefault()).toList();
        caches.get(0).set("count", 0);
        AtomicInteger number = new AtomicInteger();

        List<Boolean> added = Together.run(16, () -> {
            Cache cache = caches.get(number.getAndIncrement() % 2);
            for (int i = 0; i < 100; i++) {
                cache.incr("count");
            }
            return cache.add("once", 1);
        });

        assertThat(caches.get(0).incr("count", 0)).isEqualTo(1600);
        assertThat(added).filteredOn(won -> won).hasSize(1);
    }

    @Test
    void closedCachesLeaveNoThreadAndNoConnectionAndAreUsedAgain() {
        try (LogRecords log = new LogRecords()) {
            NamedCaches caches = process();
            caches.getDefault().set("key", "value");
            awaitHearing(1);
            caches.getDefault().set("key", "value");

            caches.close();
            awaitHearing(0);
            await().atMost(NEWS).until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("cachette-redis-changes-far")));

            assertThat(caches.getDefault().get("key")).contains("value");
            awaitHearing(1);
            assertThat(log.warnings()).isEmpty();
        }
    }
}

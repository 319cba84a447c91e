package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.KeyNotFoundException;
import org.cachette.backend.LogRecords;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that are down, die, freeze, and come back. */
final class MemcachedOutageIT {

    /**
     * The time limit, and as much again for threads that do not get a processor at once: these tests run eight busy
     * threads and a server on machines with two processors that others use too.
     */
    private static final Duration LIMIT_WITH_SLACK = Duration.ofMillis(250 + 500);

    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private final LogRecords log = new LogRecords();

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    private static void awaitUse(Cache cache) {
        await().atMost(RECOVERY).pollInterval(Duration.ofMillis(20)).until(() -> {
            cache.set("probe", "value");
            return cache.get("probe").isPresent();
        });
    }

    @Test
    void aServerThatIsDownAtStartIsUsedOnceItIsThere() {
        try (MemcachedServer server = MemcachedServer.notStartedOnTcp();
                NamedCaches caches = TestCaches.on(server.location())) {
            Cache cache = caches.getDefault();

            for (int i = 0; i < 50; i++) {
                assertThat(cache.get("key")).isEmpty();
                cache.set("key", "value");
                assertThat(cache.add("key", "value")).isFalse();
                assertThat(cache.setMany(Map.of("a", 1))).containsExactly("a");
                assertThatThrownBy(() -> cache.incr("key")).isInstanceOf(KeyNotFoundException.class);
            }
            assertThat(log.warnings()).singleElement().asString().contains("\"default\"", server.location());

            server.start();
            awaitUse(cache);
            assertThat(log.warnings()).hasSize(1);
        }
    }

    @Test
    void aServerKilledUnderLoadIsOneWarningAndUsedAgainOnItsReturn() {
        try (MemcachedServer server = MemcachedServer.onTcp();
                NamedCaches caches = TestCaches.on(server.location(), "options.time-limit", "250");
                Load load = new Load(caches.getDefault())) {
            await().until(() -> load.hits() > 1000);

            server.kill();
            long sinceThen = load.operations();
            await().until(() -> load.operations() > sinceThen + 1000);
            server.start();
            awaitUse(caches.getDefault());

            long hits = load.hits();
            await().atMost(RECOVERY).until(() -> load.hits() > hits + 100);
            assertThat(load.longest()).isLessThan(LIMIT_WITH_SLACK);
            assertThat(log.warnings()).hasSize(1);
        }
    }

    @Test
    void aFrozenServerHoldsNobodyLongerThanTheTimeLimit() {
        try (MemcachedServer server = MemcachedServer.onUnixSocket();
                NamedCaches caches = TestCaches.on(server.location(), "options.time-limit", "250");
                Load load = new Load(caches.getDefault())) {
            await().until(() -> load.hits() > 1000);

            server.freeze();
            long sinceThen = load.operations();
            await().until(() -> load.operations() > sinceThen + 1000);
            server.thaw();
            awaitUse(caches.getDefault());

            long hits = load.hits();
            await().atMost(RECOVERY).until(() -> load.hits() > hits + 100);
            assertThat(load.longest()).isLessThan(LIMIT_WITH_SLACK);
            assertThat(log.warnings()).hasSize(1);
        }
    }

    @Test
    void aFrozenServerCostsOneCallerAtATimeItsTimeLimit() {
        try (MemcachedServer server = MemcachedServer.onTcp();
                NamedCaches caches = TestCaches.on(server.location(), "options.time-limit", "250")) {
            Cache cache = caches.getDefault();
            cache.set("key", "value");
            server.freeze();

            long start = System.nanoTime();
            for (int i = 0; i < 1000; i++) {
                cache.get("key");
            }

            // One meets it; the others do not even try, since it rests.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            server.thaw();
            awaitUse(cache);
            assertThat(log.warnings()).hasSize(1);
        }
    }

    @Test
    void theKeysOfADeadNodeAreMissesAndThoseOfOthersAreNot() {
        try (MemcachedServer first = MemcachedServer.onTcp();
                MemcachedServer second = MemcachedServer.onTcp();
                MemcachedServer third = MemcachedServer.onTcp();
                NamedCaches caches = TestCaches.on(
                        first.location() + ";" + second.location() + ";" + third.location(), "timeout", "forever")) {
            Cache cache = caches.getDefault();
            List<String> keys = IntStream.range(0, 300).mapToObj(i -> "key" + i).toList();
            Map<String, Object> values = keys.stream().collect(Collectors.toMap(key -> key, key -> key + "="));
            assertThat(cache.setMany(values)).isEmpty();
            assertThat(cache.getMany(keys)).isEqualTo(values);

            second.kill();
            Map<String, Object> left = cache.getMany(keys);

            assertThat(left.size()).isBetween(100, 299);
            keys.forEach(key -> assertThat(cache.get(key)).isEqualTo(java.util.Optional.ofNullable(left.get(key))));
            assertThat(cache.setMany(values)).hasSize(300 - left.size()).doesNotContainAnyElementsOf(left.keySet());
            assertThat(log.warnings()).singleElement().asString().contains(second.location());

            second.start();
            await().atMost(RECOVERY).until(() -> cache.setMany(values).isEmpty());
            assertThat(cache.getMany(keys)).isEqualTo(values);
        }
    }

    @Test
    void failuresCanBeExceptionsInstead() {
        try (MemcachedServer server = MemcachedServer.notStartedOnTcp();
                NamedCaches caches = TestCaches.on(server.location(), "on-error", "throw")) {
            Cache cache = caches.getDefault();

            assertThatThrownBy(() -> cache.get("key"))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining(server.location());
            assertThatThrownBy(() -> cache.getMany(List.of("key"))).isInstanceOf(CacheException.class);
            assertThat(log.messages(Level.WARNING)).isEmpty();
        }
    }

    @Test
    void aServerStartedAnewWhileNobodyAskedIsNoOutage() {
        try (MemcachedServer server = MemcachedServer.onTcp();
                NamedCaches caches = TestCaches.on(server.location(), "on-error", "throw")) {
            Cache cache = caches.getDefault();
            cache.set("key", "value");

            long unused = System.nanoTime();
            server.kill();
            server.start();
            await().until(() ->
                    System.nanoTime() - unused > Duration.ofMillis(600).toNanos());

            assertThat(cache.get("key")).isEmpty();
        }
    }

    @Test
    void anInterruptedCallerHarmsNobody() {
        try (MemcachedServer server = MemcachedServer.onTcp();
                NamedCaches caches = TestCaches.on(server.location(), "on-error", "throw")) {
            Cache cache = caches.getDefault();

            Thread.currentThread().interrupt();
            cache.set("key", "value");

            assertThat(cache.get("key")).contains("value");
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}

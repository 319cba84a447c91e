package org.cachette.backend.tiered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cachette.Cache;
import org.cachette.backend.FullStoreContract;
import org.cachette.backend.OutageContract;
import org.cachette.backend.StoreServer;
import org.cachette.backend.redis.RedisServer;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

/** A far store that fails, behind copies that live for a moment only. */
final class TieredOutageIT extends OutageContract implements FullStoreContract {

    @Override
    protected StoreServer newServer() {
        return RedisServer.notStarted();
    }

    @Override
    public StoreServer startedSmallServer() {
        return RedisServer.started("--maxmemory", "10mb");
    }

    @Override
    protected Map<String, String> settings(String address, Duration timeLimit) {
        return Map.of(
                "default.backend", "tiered",
                "default.location", "near,far",
                "default.options.near-timeout", "PT0.01S",
                "near.backend", "memory",
                "far.backend", "redis",
                "far.location", address,
                "far.options.time-limit", timeLimit.toString());
    }

    @Test
    void whatIsNearIsServedWhileTheFarStoreIsDownUntilItsOwnTimeout() {
        try (StoreServer server = startedServer();
                NamedCaches caches = open(server.address(), TIME_LIMIT, "default.options.near-timeout", "3")) {
            Cache cache = caches.getDefault();
            cache.set("probe", "value");
            awaitUse(cache);
            cache.set("near", "value");
            cache.set("deleted", "value");
            long copied = System.nanoTime();

            server.kill();

            assertThat(cache.get("near")).contains("value");
            assertThat(cache.getMany(List.of("near", "elsewhere"))).isEqualTo(Map.of("near", "value"));
            assertThat(cache.delete("deleted")).isFalse();
            assertThat(cache.get("deleted")).isEmpty();
            assertThat(cache.get("near")).contains("value");
            await().atMost(Duration.ofSeconds(6)).until(() -> cache.get("near").isEmpty());
            assertThat(System.nanoTime() - copied)
                    .isGreaterThan(Duration.ofSeconds(2).toNanos());
            assertThat(log().warnings()).hasSize(1);
        }
    }

    @Test
    void whoSetsWhileTheFarStoreHangsWaitsForItOnce() {
        try (StoreServer server = startedServer();
                NamedCaches caches = open(server.address(), Duration.ofSeconds(1))) {
            Cache cache = caches.getDefault();
            awaitUse(cache);
            cache.set("key", "old");

            server.freeze();
            long begun = System.nanoTime();
            cache.set("key", "new");

            assertThat(System.nanoTime() - begun)
                    .isBetween(
                            Duration.ofSeconds(1).toNanos(),
                            Duration.ofMillis(1_800).toNanos());
            server.thaw();
            await().atMost(Duration.ofSeconds(6))
                    .untilAsserted(() -> assertThat(cache.get("key")).isNotEqualTo(Optional.of("old")));
        }
    }
}

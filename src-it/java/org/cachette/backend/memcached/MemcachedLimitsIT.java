package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.backend.LogRecords;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Entries that a server refuses. */
final class MemcachedLimitsIT {

    /** Over memcached's limit and under ours; over both. */
    private static final int[] TOO_LONG = {1 << 20, 3 << 20};

    @Test
    @Tag("DJ-MC-07")
    @Tag("DJ-MC-11")
    void anEntryOverTheItemLimitIsOneRefusedKeyAndItsOldValueIsGone() {
        try (LogRecords log = new LogRecords();
                MemcachedServer server = MemcachedServer.onTcp();
                NamedCaches caches = TestCaches.on(server.location())) {
            Cache cache = caches.getDefault();
            for (int length : TOO_LONG) {
                String value = "x".repeat(length);
                cache.set("set", "old");
                cache.set("many", "old");

                cache.set("set", value);
                assertThat(cache.setMany(Map.of("many", value, "other", "fine")))
                        .containsExactly("many");
                assertThat(cache.add("added", value)).isFalse();

                assertThat(cache.hasKey("set")).isFalse();
                assertThat(cache.hasKey("many")).isFalse();
                assertThat(cache.hasKey("added")).isFalse();
                assertThat(cache.get("other")).contains("fine");
            }
            assertThat(log.warnings()).singleElement().asString().contains(":1:set", "options.max-item");
        }
    }

    @Test
    void addOfATooLongEntryLeavesTheOneThereIs() {
        try (MemcachedServer server = MemcachedServer.onTcp();
                NamedCaches caches = TestCaches.on(server.location())) {
            Cache cache = caches.getDefault();
            cache.set("key", "old");

            assertThat(cache.add("key", "x".repeat(3 << 20))).isFalse();

            assertThat(cache.get("key")).contains("old");
        }
    }

    @Test
    void aRefusedEntryCanBeAnExceptionInstead() {
        try (MemcachedServer server = MemcachedServer.onTcp();
                NamedCaches caches = TestCaches.on(server.location(), "on-error", "throw")) {
            Cache cache = caches.getDefault();

            assertThatThrownBy(() -> cache.set("key", "x".repeat(3 << 20)))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining(":1:key");
        }
    }

    @Test
    void longEntriesComeBackWhereTheServerTakesThem() {
        try (MemcachedServer server = MemcachedServer.onTcp("-I", "16m", "-m", "256");
                NamedCaches caches = TestCaches.on(server.location(), "options.max-item", "16000000")) {
            String value = "0123456789".repeat(1_000_000);

            caches.getDefault().set("key", value);

            assertThat(caches.getDefault().get("key")).contains(value);
        }
    }
}

package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.backend.FullStoreContract;
import org.cachette.backend.OutageContract;
import org.cachette.backend.StoreServer;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

/** Servers that are down, die, freeze, and come back; one alone, and one of several. */
final class MemcachedOutageIT extends OutageContract implements FullStoreContract {

    @Override
    protected StoreServer newServer() {
        return MemcachedServer.notStartedOnTcp();
    }

    @Override
    public StoreServer startedSmallServer() {
        return MemcachedServer.onTcp("-M", "-m", "8");
    }

    @Override
    protected Map<String, String> settings(String address, Duration timeLimit) {
        return Map.of(
                "default.backend",
                "memcached",
                "default.location",
                address,
                "default.options.time-limit",
                timeLimit.toString());
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
            assertThat(log().warnings()).singleElement().asString().contains(second.location());

            second.start();
            await().atMost(RECOVERY).until(() -> cache.setMany(values).isEmpty());
            assertThat(cache.getMany(keys)).isEqualTo(values);
        }
    }
}

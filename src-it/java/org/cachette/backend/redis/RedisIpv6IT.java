package org.cachette.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.Cache;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server on an IPv6 address. */
final class RedisIpv6IT {

    @ParameterizedTest
    @ValueSource(strings = {"%s", "redis://%s", "redis://%s/2"})
    void aServerIsReachedByItsIpv6AddressInBrackets(String location) {
        try (RedisServer server = RedisServer.onIpv6();
                NamedCaches caches = TestCaches.on(location.formatted(server.address()), "on-error", "throw")) {
            assertThat(server.address()).startsWith("[::1]:");
            Cache cache = caches.getDefault();
            cache.set("key", "value");

            assertThat(cache.get("key")).contains("value");
        }
    }
}

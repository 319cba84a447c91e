package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.Cache;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

/** A server on an IPv6 address. */
final class MemcachedIpv6IT {

    @Test
    void aServerIsReachedByItsIpv6AddressInBrackets() {
        try (MemcachedServer server = MemcachedServer.onIpv6();
                NamedCaches caches = TestCaches.on(server.location(), "on-error", "throw")) {
            assertThat(server.location()).startsWith("[::1]:");
            Cache cache = caches.getDefault();
            cache.set("key", "value");

            assertThat(cache.get("key")).contains("value");
        }
    }

    @Test
    void itMayBeOneOfSeveral() {
        try (MemcachedServer old = MemcachedServer.onTcp();
                MemcachedServer server = MemcachedServer.onIpv6();
                NamedCaches caches = TestCaches.on(old.location() + "," + server.location(), "on-error", "throw")) {
            Cache cache = caches.getDefault();
            for (int i = 0; i < 100; i++) {
                cache.set("key" + i, i);
                assertThat(cache.get("key" + i)).contains((long) i);
            }
        }
    }
}

package org.cachette.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cachette.Cache;
import org.cachette.KeyFunction;
import org.cachette.backend.Configs;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Caches with key functions of their own in one database with others. */
final class RedisKeyFunctionIT {

    /** The key prefix does not come first. */
    public static final class Slashes implements KeyFunction {
        @Override
        public String fullKey(String key, String keyPrefix, int version) {
            return version + "/" + keyPrefix + "/" + key;
        }
    }

    /** Nothing but the key. */
    public static final class Bare implements KeyFunction {
        @Override
        public String fullKey(String key, String keyPrefix, int version) {
            return key;
        }
    }

    /** For each key prefix one without and one with the key function; the default one is without either. */
    private static NamedCaches caches(RedisServer server, Class<? extends KeyFunction> function) {
        Map<String, String> properties = new TreeMap<>();
        for (String prefix : List.of("", "a", "admin", "a*")) {
            for (String kind : List.of("plain", "made")) {
                String cache = "cachette.caches." + name(kind, prefix) + ".";
                properties.put(cache + "backend", "redis");
                properties.put(cache + "location", server.address());
                properties.put(cache + "key-prefix", prefix);
                if (kind.equals("made")) {
                    properties.put(cache + "key-function", function.getName());
                }
            }
        }
        return new NamedCaches(Settings.read(Configs.of(properties)), InstantSource.system());
    }

    private static String name(String kind, String prefix) {
        String name = kind + prefix.replace("*", "star");
        return name.equals("plain") ? "default" : name;
    }

    @Test
    void clearingDeletesAllEntriesOfTheKeyPrefixAndNobodyElses() {
        try (RedisServer server = RedisServer.started()) {
            for (Class<? extends KeyFunction> function : List.of(Slashes.class, Bare.class)) {
                try (NamedCaches caches = caches(server, function)) {
                    caches.names().forEach(name -> assertClearingDeletesItsOwn(caches, name));
                }
            }
        }
    }

    private static void assertClearingDeletesItsOwn(NamedCaches caches, String cleared) {
        caches.names().forEach(name -> caches.get(name).set("admin:1:key", name));

        caches.get(cleared).clear();

        for (String name : caches.names()) {
            assertThat(caches.get(name).get("admin:1:key"))
                    .as("%s after clearing %s", name, cleared)
                    .isEqualTo(name.equals(cleared) ? Optional.empty() : Optional.of(name));
        }
    }

    @Test
    void withoutAKeyFunctionAKeyIsJustItsParts() {
        try (RedisServer server = RedisServer.started();
                NamedCaches caches = caches(server, Slashes.class);
                Jedis jedis = server.client()) {
            caches.get("plainadmin").set("key", 3L);

            assertThat(jedis.get("admin:1:key")).isEqualTo("3");
        }
    }

    @Test
    void allOperationsFindTheEntriesOfAKeyFunction() {
        try (RedisServer server = RedisServer.started();
                NamedCaches one = caches(server, Slashes.class);
                NamedCaches other = caches(server, Slashes.class)) {
            Cache cache = one.get("madea");
            cache.set("one", 1L);
            cache.setMany(Map.of("two", 2L));

            assertThat(other.get("madea").getMany(List.of("one", "two"))).isEqualTo(Map.of("one", 1L, "two", 2L));
            assertThat(other.get("madea").incr("one")).isEqualTo(2);
            assertThat(cache.touch("one")).isTrue();
            assertThat(cache.incrVersion("two")).isEqualTo(2);
            assertThat(cache.delete("one")).isTrue();
            assertThat(other.get("madea").hasKey("one")).isFalse();
        }
    }
}

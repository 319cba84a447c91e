package org.cachette.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.backend.HostileContract;
import org.cachette.backend.OutageContract;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.XAddParams;

/** Entries that were put straight into the server. */
final class RedisHostileIT extends HostileContract {

    private final RedisServer server = RedisServer.started();
    private final NamedCaches caches = TestCaches.on(server.address());
    private final Cache cache = caches.getDefault();
    private final Jedis raw = server.client();

    @BeforeEach
    void useTheCache() {
        cache.set("fine", "value");
    }

    @AfterEach
    void closeAll() {
        raw.close();
        caches.close();
        server.close();
    }

    @Override
    protected Cache cache() {
        return cache;
    }

    @Override
    protected void plant(String fullKey, byte[] bytes) {
        raw.set(fullKey.getBytes(StandardCharsets.UTF_8), bytes);
    }

    @Test
    void whatIsNoStringIsAMissAndCanBeReplacedAndDeleted() {
        raw.rpush(":1:list", "a", "b");
        raw.hset(":1:hash", "field", "value");
        raw.sadd(":1:set", "a");
        raw.zadd(":1:sorted", 1, "a");
        raw.xadd(":1:stream", Map.of("field", "value"), XAddParams.xAddParams());

        for (String key : List.of("list", "hash", "set", "sorted", "stream")) {
            assertMiss(key);
        }
        raw.rpush(":1:list2", "a");
        assertThat(cache.delete("list2")).isTrue();
        assertThat(log().warnings()).hasSize(1);
    }

    @Test
    void digitsAreTheirNumber() {
        plant(":1:ours", "12".getBytes(StandardCharsets.US_ASCII));

        assertThat(cache.get("ours")).contains(12L);
    }

    @Test
    void anEntryOfHundredMegabytesIsAMissAndOthersAreFoundSoon() {
        plant(":1:giant", new byte[100 << 20]);

        assertThat(cache.get("giant")).isEmpty();

        OutageContract.awaitUse(cache);
        assertThat(cache.get("fine")).contains("value");
    }

    @Test
    void keysOfHalfSurrogatePairsAreKeptApart() {
        cache.set("\uD83D", "one");
        cache.set("\uD83E", "other");

        assertThat(cache.get("\uD83D")).contains("one");
        assertThat(cache.get("\uD83E")).contains("other");
        assertThat(cache.get("?")).isEmpty();
    }

    @Test
    void clearLeavesTheKeysOfOthers() {
        raw.set("session:1", "theirs");
        raw.set("a:b:1:key", "of the prefix a:b");
        raw.set("a*:1:key", "of the prefix a*");
        raw.set("aa:1:key", "of the prefix aa");
        try (NamedCaches prefixed = TestCaches.on(server.address(), "key-prefix", "a");
                NamedCaches starred = TestCaches.on(server.address(), "key-prefix", "a*")) {
            prefixed.getDefault().set("key", "value");
            prefixed.getDefault().version(2).set("key", "value");

            prefixed.getDefault().clear();

            assertThat(raw.keys("*"))
                    .containsExactlyInAnyOrder("session:1", "a:b:1:key", "a*:1:key", "aa:1:key", ":1:fine");
            starred.getDefault().clear();
            assertThat(raw.keys("*")).containsExactlyInAnyOrder("session:1", "a:b:1:key", "aa:1:key", ":1:fine");
            cache.clear();
            assertThat(raw.keys("*")).containsExactlyInAnyOrder("session:1", "a:b:1:key", "aa:1:key");
        }
    }

    @Test
    void clearOfManyEntriesDeletesThemAll() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.put("key" + i, "value");
        }
        assertThat(cache.setMany(many)).isEmpty();

        cache.clear();

        assertThat(raw.dbSize()).isZero();
    }

    @Test
    void databasesAreKeptApart() {
        try (NamedCaches other = TestCaches.on("redis://" + server.address() + "/3")) {
            other.getDefault().set("fine", "of the other");

            assertThat(cache.get("fine")).contains("value");
            other.getDefault().clear();
            assertThat(cache.get("fine")).contains("value");
        }
    }
}

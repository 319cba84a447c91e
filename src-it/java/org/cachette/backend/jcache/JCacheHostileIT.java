package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.backend.HostileContract.assertMiss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.cachette.backend.HostileContract;
import org.cachette.backend.LogRecords;
import org.cachette.named.NamedCaches;
import org.ehcache.jsr107.EhcacheCachingProvider;
import org.infinispan.jcache.embedded.JCachingProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others put straight into a provider's cache, which takes objects of every kind. */
@TestInstance(Lifecycle.PER_CLASS)
final class JCacheHostileIT {

    private static final String HEAD = "C17fffffffffffffff";

    private final HazelcastMembers hazelcast = HazelcastMembers.of(1);
    private final EhcacheCachingProvider ehcache = new EhcacheCachingProvider();
    private final JCachingProvider infinispan = new JCachingProvider();

    @AfterAll
    void stop() {
        hazelcast.close();
        ehcache.close();
        infinispan.close();
    }

    private final CacheManager member = hazelcast.manager(0);

    Stream<CacheManager> managers() {
        return Stream.of(member, ehcache.getCacheManager(), infinispan.getCacheManager());
    }

    private static Cache<Object, Object> opened(CacheManager manager) {
        manager.destroyCache("cachette");
        return manager.createCache("cachette", new MutableConfiguration<>());
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("managers")
    void objectsOfOtherTypesAreMisses(CacheManager manager) {
        Cache<Object, Object> raw = opened(manager);
        raw.put(":1:bytes", (HEAD + "Stext").getBytes(StandardCharsets.US_ASCII));
        raw.put(":1:number", 5);
        raw.put(":1:list", new java.util.ArrayList<>(List.of("text")));

        try (LogRecords log = new LogRecords();
                NamedCaches caches = TestCaches.of(manager)) {
            for (String key : List.of("bytes", "number", "list")) {
                assertThat(caches.getDefault().touch(key)).isFalse();
                assertMiss(caches.getDefault(), key);
            }
            assertThat(log.warnings()).singleElement().asString().contains("cannot be read");
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("managers")
    void foreignAndCutTextsAreMisses(CacheManager manager) {
        Cache<Object, Object> raw = opened(manager);
        List<String> texts = List.of(
                "",
                "text",
                "C1",
                HEAD,
                "C1-fffffffffffffffStext",
                "C1zzzzzzzzzzzzzzzzStext",
                "C27fffffffffffffffStext",
                HEAD + "?text",
                HEAD + "Z\u0000",
                HEAD + "Hsigned",
                HEAD + "\u0153text",
                HEAD + "O\u00AC\u00ED\u0000\u0005",
                HEAD + "N99999999999999999999",
                HEAD + "R\uD83D");

        try (NamedCaches caches = TestCaches.of(manager)) {
            for (String text : texts) {
                raw.put(":1:key", text);
                assertMiss(caches.getDefault(), "key");
            }
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("managers")
    void aGadgetInATextIsAMissAndRunsNothing(CacheManager manager) throws IOException {
        Cache<Object, Object> raw = opened(manager);
        raw.put(":1:key", HEAD + "O" + new String(HostileContract.Gadget.bytes(), StandardCharsets.ISO_8859_1));

        try (NamedCaches caches = TestCaches.of(manager)) {
            assertMiss(caches.getDefault(), "key");
        }
        assertThat(HostileContract.Gadget.hasRun()).isFalse();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("managers")
    void lengthsInASerialisedEntryThatLieTakeNoMemory(CacheManager manager) throws IOException {
        Cache<Object, Object> raw = opened(manager);
        raw.put(":1:key", HEAD + "O" + new String(HostileContract.giantArray(), StandardCharsets.ISO_8859_1));

        try (NamedCaches caches = TestCaches.of(manager)) {
            assertMiss(caches.getDefault(), "key");
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("managers")
    void randomTextsAreMisses(CacheManager manager) {
        Cache<Object, Object> raw = opened(manager);
        Random random = new Random(3);

        try (NamedCaches caches = TestCaches.of(manager)) {
            for (int i = 0; i < 100; i++) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                String head = HEAD + "ORZH?".charAt(i % 5);
                raw.put(":1:key", head + new String(bytes, StandardCharsets.ISO_8859_1));

                assertThat(caches.getDefault().get("key")).isEmpty();
            }
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("managers")
    void whatHasExpiredIsRemovedWhenItIsMet(CacheManager manager) {
        Cache<Object, Object> raw = opened(manager);
        raw.put(":1:key", "C10000000000000001Stext");

        try (NamedCaches caches = TestCaches.of(manager)) {
            assertThat(caches.getDefault().get("key")).isEmpty();
        }

        assertThat(raw.containsKey(":1:key")).isFalse();
    }
}

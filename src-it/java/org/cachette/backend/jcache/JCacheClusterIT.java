package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.CompleteConfiguration;
import org.cachette.backend.AllowList;
import org.cachette.backend.Entry;
import org.cachette.backend.JavaSerializer;
import org.cachette.backend.Together;
import org.cachette.backend.ValueFormat;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two applications on two members of one cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JCacheClusterIT {

    private final HazelcastMembers members = HazelcastMembers.of(2);
    private final CacheManager here = members.manager(0);
    private final CacheManager there = members.manager(1);
    private JCacheBackend near = backend(here);
    private JCacheBackend far = backend(there);
    private final Queue<String> news = new ConcurrentLinkedQueue<>();

    private static JCacheBackend backend(CacheManager manager) {
        ValueFormat values =
                new ValueFormat(new JavaSerializer(AllowList.of(""), JCacheClusterIT.class.getClassLoader()));
        return new JCacheBackend(values, InstantSource.system(), new Connection(new BeanOrigin(manager), "entries"));
    }

    @BeforeEach
    void beginEmpty() {
        near = backend(here);
        far = backend(there);
        near.clear();
    }

    @AfterEach
    void closeBoth() {
        near.close();
        far.close();
    }

    @AfterAll
    void stopTheMembers() {
        members.close();
    }

    private void set(JCacheBackend backend, String key, Object value) {
        backend.set(key, backend.encode(value), Entry.NEVER);
    }

    @Test
    void whatOneWritesTheOtherReads() {
        set(far, "key", "value");

        assertThat(near.find("key"))
                .satisfies(entry -> assertThat(near.decode(entry.value())).isEqualTo("value"));
    }

    @Test
    void sixteenThreadsOnBothMembersLoseNoCount() throws Exception {
        set(near, "count", 0L);
        AtomicInteger turn = new AtomicInteger();

        Together.run(16, () -> {
            JCacheBackend mine = turn.getAndIncrement() % 2 == 0 ? near : far;
            for (int i = 0; i < 100; i++) {
                mine.incr("count", 1);
            }
            return 0;
        });

        assertThat(far.incr("count", 0)).hasValue(1600);
    }

    @Test
    void addHasOneWinnerAmongAllMembersAlsoWhereAnExpiredEntryLies() throws Exception {
        for (int round = 0; round < 20; round++) {
            String key = "round" + round;
            if (round % 2 == 0) {
                near.set(key, near.encode("expired"), 1);
            }
            AtomicInteger turn = new AtomicInteger();

            List<Boolean> added = Together.run(16, () -> {
                JCacheBackend mine = turn.getAndIncrement() % 2 == 0 ? near : far;
                return mine.add(key, mine.encode("value"), Entry.NEVER);
            });

            assertThat(added).filteredOn(won -> won).hasSize(1);
        }
    }

    private void expectNews(Runnable change, String... expected) {
        news.clear();
        change.run();
        await().untilAsserted(() -> assertThat(news).contains(expected));
    }

    @Test
    void oneHearsWhatTheOtherChanges() {
        near.listen(news::add, () -> news.add("everything"));
        near.find("open");

        expectNews(() -> set(far, "key", 1L), "key");
        expectNews(() -> far.touch("key", Entry.NEVER - 1), "key");
        expectNews(() -> far.incr("key", 1), "key");
        expectNews(() -> far.delete("key"), "key");
        expectNews(() -> far.setMany(Map.of("a", far.encode("1"), "b", far.encode("2")), Entry.NEVER), "a", "b");
        expectNews(() -> far.deleteMany(List.of("a")), "a");
        expectNews(far::clear, "b");
    }

    @Test
    void whatWasMissedWhileClosedIsNewsOfEverything() {
        JCacheBackend closing = backend(here);
        closing.listen(news::add, () -> news.add("everything"));
        closing.find("open");
        closing.close();
        news.clear();
        set(far, "missed", "value");

        closing.find("open again");

        assertThat(news).contains("everything");
        expectNews(() -> set(far, "heard", "value"), "heard");
        closing.close();
    }

    @Test
    void aClosedBackendLeavesNothingOfItsOwnInAnyMember() {
        JCacheBackend leaving = backend(here);
        leaving.listen(news::add, () -> news.add("everything"));
        set(leaving, "key", "value");
        far.find("key");
        assertThat(listeners(here)).hasSize(1);
        await().untilAsserted(() -> assertThat(listeners(there)).hasSize(1));

        leaving.close();

        assertThat(listeners(here)).isEmpty();
        await().untilAsserted(() -> assertThat(listeners(there)).isEmpty());
        assertThat(far.find("key")).isNotNull();
    }

    @SuppressWarnings("unchecked")
    private static Iterable<CacheEntryListenerConfiguration<Object, Object>> listeners(CacheManager manager) {
        Cache<Object, Object> cache = manager.getCache("entries");
        return cache.getConfiguration(CompleteConfiguration.class).getCacheEntryListenerConfigurations();
    }

    @Test
    void closingLeavesTheApplicationsOwnCacheManagerOpen() {
        try (NamedCaches caches = TestCaches.of(here)) {
            caches.getDefault().set("key", "value");
        }

        assertThat(here.isClosed()).isFalse();
        assertThat(here.getCache("cachette").isClosed()).isFalse();
    }

    @Test
    void hazelcastDropsAnEntryByItselfSoonAfterItHasExpired() {
        HazelcastTexts texts = (HazelcastTexts) ProviderCaches.texts(ProviderCaches.open(here, "entries"));

        texts.put("short", "text", 200);
        texts.put("long", "text", 200);
        assertThat(texts.replace("long", "text", "other", Texts.FOR_EVER)).isTrue();

        await().untilAsserted(() ->
                assertThat(there.getCache("entries").containsKey("short")).isFalse());
        assertThat(there.getCache("entries").get("long")).isEqualTo("other");
    }
}

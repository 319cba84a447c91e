package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheWriter;
import org.cachette.named.NamedCaches;
import org.ehcache.jsr107.EhcacheCachingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On which thread a provider of this process is asked. */
final class JCacheThreadsIT {

    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    /** Ehcache tells a writer of each change on the thread that makes it. */
    private final class Witness implements CacheWriter<Object, Object> {

        @Override
        public void write(Cache.Entry<?, ?> entry) {
            threads.add(Thread.currentThread());
        }

        @Override
        public void writeAll(Collection<Cache.Entry<?, ?>> entries) {
            threads.add(Thread.currentThread());
        }

        @Override
        public void delete(Object key) {
            threads.add(Thread.currentThread());
        }

        @Override
        public void deleteAll(Collection<?> keys) {
            threads.add(Thread.currentThread());
        }
    }

    private void change(String timeLimit) {
        try (EhcacheCachingProvider provider = new EhcacheCachingProvider()) {
            CacheManager manager = provider.getCacheManager();
            manager.createCache(
                    "cachette",
                    new MutableConfiguration<Object, Object>()
                            .setWriteThrough(true)
                            .setCacheWriterFactory(new FactoryBuilder.SingletonFactory<>(new Witness())));
            try (NamedCaches caches =
                    TestCaches.of(TestCaches.only(manager), InstantSource.system(), "options.time-limit", timeLimit)) {
                caches.started();
                org.cachette.Cache cache = caches.getDefault();
                cache.set("key", "value");
                assertThat(cache.setMany(Map.of("count", 1))).isEmpty();
                assertThat(cache.incr("count")).isEqualTo(2);
                assertThat(cache.get("key")).contains("value");
                assertThat(cache.delete("key")).isTrue();
                cache.deleteMany(List.of("count"));
            }
        }
        assertThat(threads).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "PT0S"})
    void withoutATimeLimitItIsTheCallers(String none) {
        change(none);

        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void withOneItIsOneOfOurs() {
        change("PT30S");

        assertThat(threads).extracting(Thread::getName).containsOnly("cachette-jcache");
    }
}

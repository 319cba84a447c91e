package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import javax.cache.CacheManager;
import org.cachette.backend.BackendContract;
import org.cachette.backend.Beans;
import org.infinispan.jcache.embedded.JCachingProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract on Infinispan in this process, on the callers' own threads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JCacheInfinispanIT extends BackendContract {

    private final JCachingProvider provider = new JCachingProvider();
    private final CacheManager manager = provider.getCacheManager();

    @AfterAll
    void stop() {
        provider.close();
    }

    @Override
    protected Beans beans() {
        return TestCaches.only(manager);
    }

    @Override
    protected Map<String, String> backendSettings() {
        return Map.of("backend", "jcache", "options.time-limit", "0");
    }

    @Test
    void infinispanDropsAnEntryByItselfSoonAfterItHasExpired() {
        Texts texts = ProviderCaches.texts(ProviderCaches.open(manager, "expiring"));
        assertThat(texts).isInstanceOf(InfinispanTexts.class);

        texts.put("short", "text", 200);
        texts.put("long", "text", 200);
        assertThat(texts.replace("long", "text", "other", Texts.FOR_EVER)).isTrue();

        await().untilAsserted(() ->
                assertThat(manager.getCache("expiring").containsKey("short")).isFalse());
        assertThat(texts.get("long")).isEqualTo("other");
    }
}

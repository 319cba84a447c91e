package org.cachette.backend.jcache;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import org.infinispan.AdvancedCache;

/** A cache in Infinispan of this process, which drops each entry after its own life. */
final class InfinispanTexts extends PlainTexts {

    private final AdvancedCache<Object, Object> cache;

    private InfinispanTexts(Cache<Object, Object> plain, AdvancedCache<Object, Object> cache) {
        super(plain);
        this.cache = cache;
    }

    /** The cache itself, when it is Infinispan's. */
    @SuppressWarnings("unchecked") // types are checked by whoever reads
    static Texts orPlain(Cache<Object, Object> cache) {
        return cache.getClass().getName().startsWith("org.infinispan.jcache.embedded.")
                ? new InfinispanTexts(cache, cache.unwrap(AdvancedCache.class))
                : new PlainTexts(cache);
    }

    private static long millis(long life) {
        return life == FOR_EVER ? -1 : life;
    }

    @Override
    public void put(String key, String text, long life) {
        cache.put(key, text, millis(life), TimeUnit.MILLISECONDS);
    }

    @Override
    public void putAll(Map<String, String> texts, long life) {
        cache.putAll(texts, millis(life), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean putIfAbsent(String key, String text, long life) {
        return cache.putIfAbsent(key, text, millis(life), TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public boolean replace(String key, String old, String text, long life) {
        return cache.replace(key, old, text, millis(life), TimeUnit.MILLISECONDS);
    }
}

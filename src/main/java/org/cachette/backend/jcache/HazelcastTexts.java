package org.cachette.backend.jcache;

import com.hazelcast.cache.HazelcastExpiryPolicy;
import com.hazelcast.cache.ICache;
import java.util.Map;
import javax.cache.Cache;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;

/** A cache in Hazelcast, which drops each entry after its own life. */
final class HazelcastTexts extends PlainTexts {

    private final ICache<Object, Object> cache;

    private HazelcastTexts(Cache<Object, Object> plain, ICache<Object, Object> cache) {
        super(plain);
        this.cache = cache;
    }

    /** The cache itself, when it is Hazelcast's. */
    static Texts orPlain(Cache<Object, Object> cache) {
        return cache instanceof ICache<Object, Object> hazelcast
                ? new HazelcastTexts(cache, hazelcast)
                : new PlainTexts(cache);
    }

    /** Of a class that all members know. Hazelcast's own is shorter to send, but not for ever. */
    private static ExpiryPolicy policy(long life) {
        return life == FOR_EVER
                ? new ModifiedExpiryPolicy(Duration.ETERNAL)
                : new HazelcastExpiryPolicy(life, life, life);
    }

    @Override
    public void put(String key, String text, long life) {
        cache.put(key, text, policy(life));
    }

    @Override
    public void putAll(Map<String, String> texts, long life) {
        cache.putAll(texts, policy(life));
    }

    @Override
    public boolean putIfAbsent(String key, String text, long life) {
        return cache.putIfAbsent(key, text, policy(life));
    }

    @Override
    public boolean replace(String key, String old, String text, long life) {
        return cache.replace(key, old, text, policy(life));
    }
}

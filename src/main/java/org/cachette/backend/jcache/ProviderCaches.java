package org.cachette.backend.jcache;

import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;

/** Finds or makes the provider's cache of a name. */
final class ProviderCaches {

    private ProviderCaches() {}

    /** One that the provider's configuration or somebody else has made is taken as it is. */
    static Cache<Object, Object> open(CacheManager manager, String name) {
        Cache<Object, Object> known = manager.getCache(name);
        return known == null ? create(manager, name) : known;
    }

    private static Cache<Object, Object> create(CacheManager manager, String name) {
        try {
            return untyped(manager.createCache(
                    name, new MutableConfiguration<String, String>().setTypes(String.class, String.class)));
        } catch (CacheException e) {
            // Somebody was faster.
            Cache<Object, Object> known = manager.getCache(name);
            if (known == null) {
                throw e;
            }
            return known;
        }
    }

    @SuppressWarnings("unchecked") // what others put there is looked at before it is taken for a string
    private static Cache<Object, Object> untyped(Cache<?, ?> cache) {
        return (Cache<Object, Object>) cache;
    }

    static Texts texts(Cache<Object, Object> cache) {
        String provider = cache.getClass().getName();
        if (provider.startsWith("com.hazelcast.")) {
            return ifReachable(cache, HazelcastTexts::orPlain);
        }
        return provider.startsWith("org.infinispan.")
                ? ifReachable(cache, InfinispanTexts::orPlain)
                : new PlainTexts(cache);
    }

    /** A server may show its provider by the standard alone, and hide the rest of it. */
    private static Texts ifReachable(Cache<Object, Object> cache, Special special) {
        try {
            return special.orPlain(cache);
        } catch (LinkageError e) {
            return new PlainTexts(cache);
        }
    }

    private interface Special {
        Texts orPlain(Cache<Object, Object> cache);
    }
}

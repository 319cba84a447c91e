package org.cachette.backend.jcache;

import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** Any provider's cache, by the standard alone, which knows no life of a single entry. */
class PlainTexts implements Texts {

    private final Cache<Object, Object> cache;

    PlainTexts(Cache<Object, Object> cache) {
        this.cache = cache;
    }

    @Override
    public @Nullable Object get(String key) {
        return cache.get(key);
    }

    @Override
    @SuppressWarnings("unchecked") // we asked for strings only
    public Map<String, Object> getAll(Set<String> keys) {
        return (Map<String, Object>) (Map<?, ?>) cache.getAll(keys);
    }

    @Override
    public void put(String key, String text, long life) {
        cache.put(key, text);
    }

    @Override
    public void putAll(Map<String, String> texts, long life) {
        cache.putAll(texts);
    }

    @Override
    public boolean putIfAbsent(String key, String text, long life) {
        return cache.putIfAbsent(key, text);
    }

    @Override
    public boolean replace(String key, String old, String text, long life) {
        return cache.replace(key, old, text);
    }

    @Override
    public void remove(String key, Object old) {
        cache.remove(key, old);
    }

    @Override
    public @Nullable Object getAndRemove(String key) {
        return cache.getAndRemove(key);
    }

    @Override
    public void removeAll(Set<String> keys) {
        cache.removeAll(keys);
    }

    /** And not {@code clear}, of which no listener is told. */
    @Override
    public void removeAll() {
        cache.removeAll();
    }
}

package org.cachette.named;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.cachette.Cache;
import org.cachette.Timeout;

/** The operations of a cache that are other operations with something left out or turned round. */
abstract class DerivedOperations implements Cache {

    /** The cache's own timeout. */
    abstract Timeout timeout();

    @Override
    public final void set(String key, Object value) {
        set(key, value, timeout());
    }

    @Override
    public final boolean add(String key, Object value) {
        return add(key, value, timeout());
    }

    @Override
    public final boolean touch(String key) {
        return touch(key, timeout());
    }

    @Override
    public final <T> T getOrSet(String key, Supplier<? extends T> value) {
        return getOrSet(key, value, timeout());
    }

    @Override
    public final <T> T getOrSet(String key, Class<T> type, Supplier<? extends T> value) {
        return getOrSet(key, type, value, timeout());
    }

    @Override
    public final Set<String> setMany(Map<String, ?> values) {
        return setMany(values, timeout());
    }

    @Override
    public final long incr(String key) {
        return incr(key, 1);
    }

    @Override
    public final long decr(String key) {
        return incr(key, -1);
    }

    @Override
    public final long decr(String key, long delta) {
        return incr(key, Math.negateExact(delta));
    }

    @Override
    public final int incrVersion(String key) {
        return incrVersion(key, 1);
    }

    @Override
    public final int decrVersion(String key) {
        return incrVersion(key, -1);
    }

    @Override
    public final int decrVersion(String key, int delta) {
        return incrVersion(key, Math.negateExact(delta));
    }
}

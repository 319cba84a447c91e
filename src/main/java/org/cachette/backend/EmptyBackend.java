package org.cachette.backend;

import org.jspecify.annotations.Nullable;

/**
 * Takes everything and has nothing. Also what a {@link BackendFactory} gives in place of a backend that cannot be made.
 * Safe for use by several threads.
 */
public final class EmptyBackend implements Backend<Object> {

    @Override
    public Object encode(Object value) {
        return value;
    }

    @Override
    public Object decode(Object stored) {
        return stored;
    }

    @Override
    public @Nullable Entry<Object> find(String fullKey) {
        return null;
    }

    @Override
    public void set(String fullKey, Object value, long expiry) {}

    @Override
    public boolean add(String fullKey, Object value, long expiry) {
        return true;
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        return false;
    }

    @Override
    public boolean delete(String fullKey) {
        return false;
    }

    @Override
    public void clear() {}
}

package org.cachette.backend.tiered;

import org.cachette.backend.Backend;
import org.cachette.backend.Entry;
import org.jspecify.annotations.Nullable;

/** Stands for a backend that could not be made, in a deployment that fails for that. */
final class Nothing implements Backend<Object> {

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

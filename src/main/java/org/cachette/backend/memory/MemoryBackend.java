package org.cachette.backend.memory;

import java.util.OptionalLong;
import org.cachette.backend.Backend;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.cachette.backend.WholeNumbers;
import org.jspecify.annotations.Nullable;

/** One cache's way into a store: keeps immutable values as they are and bytes of the others. */
final class MemoryBackend implements Backend<Object> {

    private final MemoryStore store;
    private final ValueFormat values;
    private final boolean shareValues;

    MemoryBackend(MemoryStore store, ValueFormat values) {
        this.store = store;
        this.values = values;
        this.shareValues = store.limits().shareValues();
    }

    @Override
    public Object encode(Object value) {
        Object widened = WholeNumbers.widened(value);
        if (shareValues || ImmutableValues.contains(widened)) {
            return widened;
        }
        return widened instanceof byte[] bytes ? bytes.clone() : values.encode(widened);
    }

    @Override
    public Object decode(Object stored) {
        if (stored instanceof Encoded encoded) {
            return values.decode(encoded);
        }
        return stored instanceof byte[] bytes && !shareValues ? bytes.clone() : stored;
    }

    @Override
    public @Nullable Entry<Object> find(String fullKey) {
        return store.find(fullKey);
    }

    @Override
    public void set(String fullKey, Object value, long expiry) {
        store.set(fullKey, new Entry<>(value, expiry));
    }

    @Override
    public boolean add(String fullKey, Object value, long expiry) {
        return store.add(fullKey, new Entry<>(value, expiry));
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        return store.replace(fullKey, old -> new Entry<>(old.value(), expiry)) != null;
    }

    @Override
    public boolean delete(String fullKey) {
        return store.delete(fullKey);
    }

    @Override
    public void clear() {
        store.clear();
    }

    @Override
    public boolean hasKey(String fullKey) {
        return store.has(fullKey);
    }

    @Override
    public OptionalLong incr(String fullKey, long delta) {
        Entry<Object> sum =
                store.replace(fullKey, old -> new Entry<>(WholeNumbers.sum(decode(old.value()), delta), old.expiry()));
        return sum == null ? OptionalLong.empty() : OptionalLong.of((Long) sum.value());
    }
}

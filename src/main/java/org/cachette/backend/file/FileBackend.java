package org.cachette.backend.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.cachette.backend.Backend;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.cachette.backend.WholeNumbers;
import org.jspecify.annotations.Nullable;

/** One cache's way into a directory. */
final class FileBackend implements Backend<Encoded> {

    private final FileStore store;
    private final ValueFormat values;

    FileBackend(FileStore store, ValueFormat values) {
        this.store = store;
        this.values = values;
    }

    @Override
    public Encoded encode(Object value) {
        return values.encode(value);
    }

    @Override
    public Object decode(Encoded stored) {
        return values.decode(stored);
    }

    /** Written out, without a lambda: this is each hit's way. */
    @Override
    public @Nullable Entry<Encoded> find(String fullKey) {
        try {
            return store.find(EntryKey.of(fullKey));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void set(String fullKey, Encoded value, long expiry) {
        Access.unchecked(() -> store.set(EntryKey.of(fullKey), value, expiry));
    }

    @Override
    public boolean add(String fullKey, Encoded value, long expiry) {
        return Access.unchecked(() -> store.add(EntryKey.of(fullKey), value, expiry));
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        return Access.unchecked(() -> store.replace(EntryKey.of(fullKey), old -> new Entry<>(old.value(), expiry)));
    }

    @Override
    public boolean delete(String fullKey) {
        return Access.unchecked(() -> store.delete(EntryKey.of(fullKey)));
    }

    @Override
    public boolean hasKey(String fullKey) {
        return Access.unchecked(() -> store.has(EntryKey.of(fullKey)));
    }

    /** A store that takes none of them has failed. */
    @Override
    public Set<String> setMany(Map<String, Encoded> values, long expiry) {
        Set<String> refused = new HashSet<>();
        UncheckedIOException failure = null;
        for (Map.Entry<String, Encoded> value : values.entrySet()) {
            try {
                if (!store.set(EntryKey.of(value.getKey()), value.getValue(), expiry)) {
                    refused.add(value.getKey());
                }
            } catch (IOException e) {
                failure = new UncheckedIOException(e);
                refused.add(value.getKey());
            }
        }
        if (failure != null && refused.size() == values.size()) {
            throw failure;
        }
        return refused;
    }

    @Override
    public OptionalLong incr(String fullKey, long delta) {
        AtomicLong sum = new AtomicLong();
        boolean counted = Access.unchecked(() -> store.replace(EntryKey.of(fullKey), old -> {
            sum.set(WholeNumbers.sum(decode(old.value()), delta));
            return new Entry<>(encode(sum.get()), old.expiry());
        }));
        return counted ? OptionalLong.of(sum.get()) : OptionalLong.empty();
    }

    @Override
    public boolean move(String fromKey, String toKey) {
        return Access.unchecked(() -> store.move(EntryKey.of(fromKey), EntryKey.of(toKey)));
    }

    @Override
    public void clear() {
        Access.unchecked(() -> {
            store.clear();
            return true;
        });
    }

    @Override
    public void close() {
        Access.unchecked(() -> {
            store.close();
            return true;
        });
    }
}

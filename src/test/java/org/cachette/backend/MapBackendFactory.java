package org.cachette.backend;

import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A backend as an application might write it: as little as will do. All its caches share one map. */
public final class MapBackendFactory implements BackendFactory {

    private final Map<String, Entry<Encoded>> entries = new ConcurrentHashMap<>();

    @Override
    public Set<String> options() {
        return Set.of("colour");
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        return new MapBackend(entries, settings.values(), settings.clock());
    }

    private record MapBackend(Map<String, Entry<Encoded>> entries, ValueFormat values, InstantSource clock)
            implements Backend<Encoded> {

        @Override
        public Encoded encode(Object value) {
            return values.encode(value);
        }

        @Override
        public Object decode(Encoded stored) {
            return values.decode(stored);
        }

        @Override
        public @Nullable Entry<Encoded> find(String fullKey) {
            Entry<Encoded> entry = entries.get(fullKey);
            return entry == null || entry.isExpired(clock.millis()) ? null : entry;
        }

        @Override
        public void set(String fullKey, Encoded value, long expiry) {
            entries.put(fullKey, new Entry<>(value, expiry));
        }

        @Override
        public synchronized boolean add(String fullKey, Encoded value, long expiry) {
            boolean absent = find(fullKey) == null;
            if (absent) {
                set(fullKey, value, expiry);
            }
            return absent;
        }

        @Override
        public synchronized boolean touch(String fullKey, long expiry) {
            Entry<Encoded> entry = find(fullKey);
            if (entry != null) {
                set(fullKey, entry.value(), expiry);
            }
            return entry != null;
        }

        @Override
        public synchronized OptionalLong incr(String fullKey, long delta) {
            return Backend.super.incr(fullKey, delta);
        }

        @Override
        public synchronized boolean delete(String fullKey) {
            boolean present = find(fullKey) != null;
            entries.remove(fullKey);
            return present;
        }

        @Override
        public void clear() {
            entries.clear();
        }
    }
}

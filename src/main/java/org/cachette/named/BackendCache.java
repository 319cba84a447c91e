package org.cachette.named;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cachette.AsyncCache;
import org.cachette.CacheException;
import org.cachette.KeyNotFoundException;
import org.cachette.Timeout;

/** A cache on a backend: keys become full keys, values what the backend keeps, and what is wrong with either is told. */
final class BackendCache<V> extends DerivedOperations {

    private final String name;
    private final CacheKeys keys;
    private final Timeout timeout;
    private final GuardedBackend<V> backend;
    private final Computations computations;
    private final Leases leases;
    private final Executor executor;

    BackendCache(
            String name,
            CacheKeys keys,
            Timeout timeout,
            GuardedBackend<V> backend,
            Computations computations,
            Leases leases,
            Executor executor) {
        this.name = name;
        this.keys = keys;
        this.timeout = timeout;
        this.backend = backend;
        this.computations = computations;
        this.leases = leases;
        this.executor = executor;
    }

    @Override
    Timeout timeout() {
        return timeout;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public BackendCache<V> version(int version) {
        return new BackendCache<>(name, keys.version(version), timeout, backend, computations, leases, executor);
    }

    @Override
    public AsyncCache async() {
        return new AsyncView(this, executor);
    }

    @Override
    public Optional<Object> get(String key) {
        return Optional.ofNullable(backend.get(keys.full(key)));
    }

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        Objects.requireNonNull(type, "type");
        Object value = backend.get(keys.full(key));
        return value == null ? Optional.empty() : Optional.of(Conversion.to(type, value, key));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getOrDefault(String key, T fallback) {
        Objects.requireNonNull(fallback, "fallback");
        Object value = backend.get(keys.full(key));
        if (value == null) {
            return fallback;
        }
        return value instanceof Number && fallback instanceof Number
                ? (T) Conversion.to(fallback.getClass(), value, key)
                : (T) value;
    }

    @Override
    public void set(String key, Object value, Timeout timeout) {
        setting(key, value, timeout).run();
    }

    /** Sets the value as it is now, later. */
    Runnable setting(String key, Object value, Timeout timeout) {
        Objects.requireNonNull(timeout, "timeout");
        String fullKey = keys.full(key);
        V encoded = encode(key, value);
        return () -> backend.set(fullKey, encoded, timeout);
    }

    @Override
    public boolean add(String key, Object value, Timeout timeout) {
        return adding(key, value, timeout).getAsBoolean();
    }

    /** Adds the value as it is now, later. */
    BooleanSupplier adding(String key, Object value, Timeout timeout) {
        Objects.requireNonNull(timeout, "timeout");
        String fullKey = keys.full(key);
        V encoded = encode(key, value);
        return () -> backend.add(fullKey, encoded, timeout);
    }

    @Override
    public boolean touch(String key, Timeout timeout) {
        return backend.touch(keys.full(key), Objects.requireNonNull(timeout, "timeout"));
    }

    private V encode(String key, Object value) {
        Objects.requireNonNull(value, "value");
        try {
            return backend.encode(value);
        } catch (RuntimeException e) {
            throw new CacheException(
                    "The value under key " + CacheKeys.quoted(key) + " cannot be stored in cache \"" + name + "\": "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getOrSet(String key, Supplier<? extends T> value, Timeout timeout) {
        Objects.requireNonNull(value, "value");
        return (T) getOrCompute(key, () -> SuppliedValues.ofNoType(key, value), timeout);
    }

    @Override
    public <T> T getOrSet(String key, Class<T> type, Supplier<? extends T> value, Timeout timeout) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
        return Conversion.to(type, getOrCompute(key, () -> SuppliedValues.ofType(key, value), timeout), key);
    }

    private Object getOrCompute(String key, Supplier<Object> supplier, Timeout timeout) {
        Objects.requireNonNull(timeout, "timeout");
        String fullKey = keys.full(key);
        Object found = backend.get(fullKey);
        if (found != null) {
            return found;
        }
        Computations.Outcome outcome = computations.run(new Computations.Place(name, fullKey), () -> {
            Object meanwhile = backend.get(fullKey);
            return meanwhile != null ? meanwhile : computed(key, fullKey, supplier, timeout);
        });
        Object copy = outcome.own() ? null : backend.get(fullKey);
        return copy != null ? copy : outcome.value();
    }

    private Object computed(String key, String fullKey, Supplier<Object> supplier, Timeout timeout) {
        Leases.Lease lease = leases.take(fullKey);
        try {
            Object computed = supplier.get();
            if (!lease.isHeld()) {
                return computed;
            }
            Object stored = stored(key, fullKey, computed, timeout);
            if (!lease.isHeld()) {
                backend.delete(fullKey);
            }
            return stored;
        } finally {
            leases.giveBack(fullKey, lease);
        }
    }

    /** What is in the cache now: another process may have been faster. An unreadable entry refuses add, but not set. */
    private Object stored(String key, String fullKey, Object computed, Timeout timeout) {
        V encoded = encode(key, computed);
        if (backend.add(fullKey, encoded, timeout)) {
            return computed;
        }
        Object theirs = backend.get(fullKey);
        if (theirs != null) {
            return theirs;
        }
        backend.set(fullKey, encoded, timeout);
        return computed;
    }

    @Override
    public Map<String, Object> getMany(Collection<String> keys) {
        Map<String, String> fullKeys = fullKeys(keys);
        Map<String, Object> values = backend.getMany(new LinkedHashSet<>(fullKeys.values()));
        Map<String, Object> found = new LinkedHashMap<>();
        fullKeys.forEach((key, fullKey) -> {
            Object value = values.get(fullKey);
            if (value != null) {
                found.put(key, value);
            }
        });
        return found;
    }

    private Map<String, String> fullKeys(Collection<String> some) {
        Map<String, String> fullKeys = new LinkedHashMap<>();
        some.forEach(key -> fullKeys.put(key, keys.full(key)));
        return fullKeys;
    }

    @Override
    public Set<String> setMany(Map<String, ?> values, Timeout timeout) {
        return settingMany(values, timeout).get();
    }

    /** Sets the values as they are now, later. */
    Supplier<Set<String>> settingMany(Map<String, ?> values, Timeout timeout) {
        Objects.requireNonNull(timeout, "timeout");
        Map<String, String> fullKeys = fullKeys(values.keySet());
        Map<String, V> encoded = new LinkedHashMap<>();
        fullKeys.forEach(
                (key, fullKey) -> encoded.put(fullKey, encode(key, Objects.requireNonNull(values.get(key), "value"))));
        return () -> {
            Set<String> refused = backend.setMany(encoded, timeout);
            return fullKeys.keySet().stream()
                    .filter(key -> refused.contains(fullKeys.get(key)))
                    .collect(Collectors.toUnmodifiableSet());
        };
    }

    @Override
    public boolean delete(String key) {
        return backend.delete(keys.full(key));
    }

    @Override
    public void deleteMany(Collection<String> keys) {
        backend.deleteMany(new LinkedHashSet<>(fullKeys(keys).values()));
    }

    @Override
    public boolean hasKey(String key) {
        return backend.hasKey(keys.full(key));
    }

    @Override
    public void clear() {
        backend.clear();
    }

    @Override
    public long incr(String key, long delta) {
        return backend.incr(keys.full(key), delta, key).orElseThrow(() -> notFound(key));
    }

    @Override
    public int incrVersion(String key, int delta) {
        int version = Math.addExact(keys.version(), delta);
        if (!backend.move(keys.full(key), keys.version(version).full(key))) {
            throw notFound(key);
        }
        return version;
    }

    private KeyNotFoundException notFound(String key) {
        return new KeyNotFoundException("cache \"" + name + "\" has no entry under key " + CacheKeys.quoted(key)
                + " of version " + keys.version());
    }

    @Override
    public void close() {
        backend.close();
    }
}

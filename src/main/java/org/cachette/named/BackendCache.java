package org.cachette.named;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cachette.AsyncCache;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.KeyNotFoundException;
import org.cachette.Timeout;
import org.cachette.backend.Backend;
import org.cachette.backend.UnreadableEntryException;
import org.jspecify.annotations.Nullable;

/** A cache on a backend: keys become full keys, timeouts instants, and a store's failures what the policy says. */
final class BackendCache<V> extends DerivedOperations {

    private final String name;
    private final Backend<V> backend;
    private final CacheKeys keys;
    private final Timeout timeout;
    private final Expiries expiries;
    private final FailurePolicy policy;
    private final Computations computations;
    private final Executor executor;

    BackendCache(
            String name,
            Backend<V> backend,
            CacheKeys keys,
            Timeout timeout,
            Expiries expiries,
            FailurePolicy policy,
            Computations computations,
            Executor executor) {
        this.name = name;
        this.backend = backend;
        this.keys = keys;
        this.timeout = timeout;
        this.expiries = expiries;
        this.policy = policy;
        this.computations = computations;
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
    public Cache version(int version) {
        return new BackendCache<>(
                name, backend, keys.version(version), timeout, expiries, policy, computations, executor);
    }

    @Override
    public AsyncCache async() {
        return new AsyncView(this, executor);
    }

    @Override
    public Optional<Object> get(String key) {
        return Optional.ofNullable(read(keys.full(key)));
    }

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        Objects.requireNonNull(type, "type");
        Object value = read(keys.full(key));
        return value == null ? Optional.empty() : Optional.of(Conversion.to(type, value, key));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getOrDefault(String key, T fallback) {
        Objects.requireNonNull(fallback, "fallback");
        Object value = read(keys.full(key));
        if (value == null) {
            return fallback;
        }
        return value instanceof Number && fallback instanceof Number
                ? (T) Conversion.to(fallback.getClass(), value, key)
                : (T) value;
    }

    /** The value under a full key; null when there is none. Written out, without a lambda: this is each hit's way. */
    private @Nullable Object read(String fullKey) {
        if (!policy.mayAsk()) {
            return null;
        }
        try {
            V stored = backend.get(fullKey);
            Object value = stored == null ? null : backend.decode(stored);
            policy.answered();
            return value;
        } catch (RuntimeException e) {
            policy.notAnswered(e);
            return null;
        }
    }

    @Override
    public void set(String key, Object value, Timeout timeout) {
        String fullKey = keys.full(key);
        write(fullKey, encode(key, value), timeout);
    }

    private void write(String fullKey, V stored, Timeout timeout) {
        if (isNone(timeout)) {
            policy.ask(false, () -> backend.delete(fullKey));
            return;
        }
        policy.store(true, () -> {
            backend.set(fullKey, stored, expiries.of(timeout));
            return true;
        });
    }

    @Override
    public boolean add(String key, Object value, Timeout timeout) {
        String fullKey = keys.full(key);
        return writeIfAbsent(fullKey, encode(key, value), timeout);
    }

    private boolean writeIfAbsent(String fullKey, V stored, Timeout timeout) {
        return isNone(timeout)
                ? policy.ask(false, () -> !backend.hasKey(fullKey))
                : policy.store(false, () -> backend.add(fullKey, stored, expiries.of(timeout)));
    }

    @Override
    public boolean touch(String key, Timeout timeout) {
        String fullKey = keys.full(key);
        return isNone(timeout)
                ? policy.ask(false, () -> backend.delete(fullKey))
                : policy.store(false, () -> backend.touch(fullKey, expiries.of(timeout)));
    }

    private static boolean isNone(Timeout timeout) {
        return timeout.equals(Timeout.NONE);
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
        Supplier<Object> safe = () -> Suppliers.withoutNarrowNumbers(key, value);
        return (T) readOrCompute(key, safe, value, timeout);
    }

    @Override
    public <T> T getOrSet(String key, Class<T> type, Supplier<? extends T> value, Timeout timeout) {
        Objects.requireNonNull(type, "type");
        return Conversion.to(type, readOrCompute(key, () -> Suppliers.notNull(key, value), value, timeout), key);
    }

    private Object readOrCompute(String key, Supplier<Object> safe, Supplier<?> value, Timeout timeout) {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(timeout, "timeout");
        String fullKey = keys.full(key);
        Object found = read(fullKey);
        if (found != null) {
            return found;
        }
        Computations.Outcome outcome = computations.run(new Computations.Place(name, fullKey), () -> {
            Object meanwhile = read(fullKey);
            return meanwhile != null ? meanwhile : stored(key, fullKey, safe.get(), timeout);
        });
        Object copy = outcome.own() ? null : read(fullKey);
        return copy != null ? copy : outcome.value();
    }

    /** What is in the cache now: another process may have been faster. An unreadable entry refuses add, but not set. */
    private Object stored(String key, String fullKey, Object computed, Timeout timeout) {
        V encoded = encode(key, computed);
        if (writeIfAbsent(fullKey, encoded, timeout)) {
            return computed;
        }
        Object theirs = read(fullKey);
        if (theirs != null) {
            return theirs;
        }
        write(fullKey, encoded, timeout);
        return computed;
    }

    @Override
    public Map<String, Object> getMany(Collection<String> keys) {
        Map<String, String> fullKeys = fullKeys(keys);
        Map<String, Object> found = new LinkedHashMap<>();
        if (!fullKeys.isEmpty()) {
            Map<String, V> stored =
                    policy.ask(Map.<String, V>of(), () -> backend.getMany(new LinkedHashSet<>(fullKeys.values())));
            fullKeys.forEach((key, fullKey) -> {
                V value = stored.get(fullKey);
                policy.ask(Optional.empty(), () -> Optional.ofNullable(value).map(backend::decode))
                        .ifPresent(decoded -> found.put(key, decoded));
            });
        }
        return found;
    }

    private Map<String, String> fullKeys(Collection<String> some) {
        Map<String, String> fullKeys = new LinkedHashMap<>();
        some.forEach(key -> fullKeys.put(key, keys.full(key)));
        return fullKeys;
    }

    @Override
    public Set<String> setMany(Map<String, ?> values, Timeout timeout) {
        Map<String, String> fullKeys = fullKeys(values.keySet());
        Map<String, V> stored = new LinkedHashMap<>();
        values.forEach((key, value) -> stored.put(keys.full(key), encode(key, value)));
        if (stored.isEmpty()) {
            return Set.of();
        }
        if (isNone(timeout)) {
            deleteMany(values.keySet());
            return Set.of();
        }
        Set<String> refused = policy.store(stored.keySet(), () -> backend.setMany(stored, expiries.of(timeout)));
        return fullKeys.keySet().stream()
                .filter(key -> refused.contains(fullKeys.get(key)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean delete(String key) {
        String fullKey = keys.full(key);
        return policy.ask(false, () -> backend.delete(fullKey));
    }

    @Override
    public void deleteMany(Collection<String> keys) {
        Set<String> fullKeys = new LinkedHashSet<>(fullKeys(keys).values());
        if (!fullKeys.isEmpty()) {
            policy.ask(true, () -> {
                backend.deleteMany(fullKeys);
                return true;
            });
        }
    }

    @Override
    public boolean hasKey(String key) {
        String fullKey = keys.full(key);
        return policy.ask(false, () -> backend.hasKey(fullKey));
    }

    @Override
    public void clear() {
        policy.ask(true, () -> {
            backend.clear();
            return true;
        });
    }

    @Override
    public long incr(String key, long delta) {
        String fullKey = keys.full(key);
        OptionalLong sum = policy.store(OptionalLong.empty(), () -> sum(key, fullKey, delta));
        return sum.orElseThrow(() -> notFound(key));
    }

    private OptionalLong sum(String key, String fullKey, long delta) {
        try {
            return backend.incr(fullKey, delta);
        } catch (UnreadableEntryException e) {
            throw e;
        } catch (CacheException e) {
            throw new CacheException("incr of key " + CacheKeys.quoted(key) + ": " + e.getMessage(), e);
        }
    }

    @Override
    public int incrVersion(String key, int delta) {
        int version = Math.addExact(keys.version(), delta);
        String from = keys.full(key);
        String to = keys.version(version).full(key);
        boolean moved = policy.store(false, () -> from.equals(to) ? backend.hasKey(from) : backend.move(from, to));
        if (!moved) {
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
        policy.ask(true, () -> {
            backend.close();
            return true;
        });
    }
}

package org.cachette.named;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import org.cachette.CacheException;
import org.cachette.Timeout;
import org.cachette.backend.Backend;
import org.cachette.backend.UnreadableEntryException;
import org.jspecify.annotations.Nullable;

/**
 * A backend whose failures are what the policy says, with timeouts in place of instants. Keys are full keys. Whatever
 * deletes an entry, or moves it away, ends the leases of its key first.
 */
final class GuardedBackend<V> {

    /** What a store refuses it refuses sooner. */
    private static final long LONG_WAIT_MILLIS = 100;

    private final Backend<V> backend;
    private final Expiries expiries;
    private final FailurePolicy policy;
    private final Leases leases;
    private final Executor later;

    /** @param later does what nobody has to wait for */
    GuardedBackend(Backend<V> backend, Expiries expiries, FailurePolicy policy, Leases leases, Executor later) {
        this.backend = backend;
        this.expiries = expiries;
        this.policy = policy;
        this.leases = leases;
        this.later = later;
    }

    /** Never asks the store, so that a refused value is refused whether the store works or not. */
    V encode(Object value) {
        return backend.encode(value);
    }

    /** The value; null when there is none. Written out, without a lambda: this is each hit's way. */
    @Nullable
    Object get(String fullKey) {
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

    boolean hasKey(String fullKey) {
        return policy.ask(false, () -> backend.hasKey(fullKey));
    }

    boolean delete(String fullKey) {
        leases.end(fullKey);
        return policy.ask(false, () -> backend.delete(fullKey));
    }

    /** What the store did not take leaves no older value behind. */
    void set(String fullKey, V value, Timeout timeout) {
        if (isNone(timeout)) {
            delete(fullKey);
            return;
        }
        long begun = expiries.clock().millis();
        if (!policy.store(false, () -> done(() -> backend.set(fullKey, value, expiries.of(timeout))))) {
            drop(begun, () -> delete(fullKey));
        }
    }

    /** Who has waited long for a store that does not answer does not wait for the deletion as well. */
    private void drop(long begun, Runnable deletion) {
        if (expiries.clock().millis() - begun < LONG_WAIT_MILLIS) {
            deletion.run();
        } else {
            later.execute(deletion);
        }
    }

    boolean add(String fullKey, V value, Timeout timeout) {
        return isNone(timeout)
                ? policy.ask(false, () -> !backend.hasKey(fullKey))
                : policy.store(false, () -> backend.add(fullKey, value, expiries.of(timeout)));
    }

    boolean touch(String fullKey, Timeout timeout) {
        return isNone(timeout)
                ? delete(fullKey)
                : policy.store(false, () -> backend.touch(fullKey, expiries.of(timeout)));
    }

    /** The values of those keys that have one that can be read. */
    Map<String, Object> getMany(Collection<String> fullKeys) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!fullKeys.isEmpty()) {
            Map<String, V> stored = policy.ask(Map.of(), () -> backend.getMany(fullKeys));
            stored.forEach(
                    (fullKey, value) -> policy.ask(true, () -> done(() -> values.put(fullKey, backend.decode(value)))));
        }
        return values;
    }

    /** The keys that were not stored. Nothing is left under them. */
    Set<String> setMany(Map<String, V> values, Timeout timeout) {
        if (isNone(timeout)) {
            deleteMany(values.keySet());
            return Set.of();
        }
        long begun = expiries.clock().millis();
        Set<String> refused = values.isEmpty()
                ? Set.of()
                : policy.store(values.keySet(), () -> backend.setMany(values, expiries.of(timeout)));
        if (!refused.isEmpty()) {
            drop(begun, () -> deleteMany(refused));
        }
        return refused;
    }

    void deleteMany(Collection<String> fullKeys) {
        fullKeys.forEach(leases::end);
        if (!fullKeys.isEmpty()) {
            policy.ask(true, () -> done(() -> backend.deleteMany(fullKeys)));
        }
    }

    /** The key is the caller's, for messages. */
    OptionalLong incr(String fullKey, long delta, String key) {
        return policy.store(OptionalLong.empty(), () -> {
            try {
                return backend.incr(fullKey, delta);
            } catch (UnreadableEntryException e) {
                throw e;
            } catch (CacheException e) {
                throw new CacheException("incr of key " + CacheKeys.quoted(key) + ": " + e.getMessage(), e);
            }
        });
    }

    boolean move(String fromKey, String toKey) {
        if (fromKey.equals(toKey)) {
            return hasKey(fromKey);
        }
        leases.end(fromKey);
        return policy.store(false, () -> backend.move(fromKey, toKey));
    }

    void clear() {
        leases.endAll();
        policy.ask(true, () -> done(backend::clear));
    }

    void close() {
        policy.release(backend::close);
    }

    private static boolean isNone(Timeout timeout) {
        return timeout.equals(Timeout.NONE);
    }

    private static boolean done(Runnable operation) {
        operation.run();
        return true;
    }
}

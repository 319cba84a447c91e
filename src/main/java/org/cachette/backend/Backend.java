package org.cachette.backend;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.cachette.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * The store of a cache: entries under full keys. Keys, versions, timeouts, derived operations and what happens when the
 * store fails are Cachette's business; a backend stores.
 *
 * <p>What an implementer must do:
 * <ol>
 * <li>{@link #encode} turns a value into the form in which this backend keeps it. It is called before the store is
 *     asked and outside of any lock, so that a refused value changes nothing. {@link #decode} turns it back, into an
 *     equal and independent value.
 * <li>Expiry is an instant in milliseconds since the epoch, or {@link Entry#NEVER}, by the clock of
 *     {@link BackendSettings#clock}. An expired entry is none: no method gives it, counts it or keeps it from being
 *     added. A store that wants durations computes them.
 * <li>A {@link CacheException} is for what the caller did wrong, an {@link ArithmeticException} of {@link #incr} for an
 *     overflow. Every other {@link RuntimeException} is a failure of the store and becomes a miss, or what
 *     {@code on-error} says. An entry that is there but cannot be read is an {@link UnreadableEntryException} of
 *     {@code decode}, or none.
 * <li>A full store throws in {@link #set} and says so in {@link #setMany}. After a failed write an older value is gone
 *     or there as it was, never half of each.
 * <li>Connections are opened when first needed and not before: a store that is down is no reason to fail a deployment.
 * </ol>
 *
 * <p>All methods are called by several threads at the same time. {@link #add} and {@link #incr} are atomic where the
 * store can do it; what cannot says so in its documentation. The default methods are right for every store and are
 * overridden where it does better: in one round trip, or atomically.
 *
 * @param <V> the form in which this backend keeps values; {@link Encoded} for most stores outside of this process
 */
public interface Backend<V> {

    /**
     * The value in the form in which this backend keeps it.
     *
     * @throws CacheException when the value is refused or cannot be serialised
     */
    V encode(Object value);

    /**
     * The value as it was set, whole numbers as {@link Long}.
     *
     * @throws UnreadableEntryException when it cannot be read: of another class version, cut, or foreign
     */
    Object decode(V stored);

    /** The entry under the key with its expiry; null when there is none. */
    @Nullable
    Entry<V> find(String fullKey);

    /** The value under the key; null when there is none. */
    default @Nullable V get(String fullKey) {
        Entry<V> entry = find(fullKey);
        return entry == null ? null : entry.value();
    }

    /** Stores a value in place of an earlier one. The expiry lies in the future. */
    void set(String fullKey, V value, long expiry);

    /** Stores a value if the key has none; atomic. True when it was stored. */
    boolean add(String fullKey, V value, long expiry);

    /** Gives an entry another expiry, which lies in the future. False when there is none. */
    boolean touch(String fullKey, long expiry);

    /** Deletes an entry. True when there was one. */
    boolean delete(String fullKey);

    /** Empties the store; where applications share it, of the full keys under this cache's own key prefix. */
    void clear();

    /** True when the key has an entry. */
    default boolean hasKey(String fullKey) {
        return get(fullKey) != null;
    }

    /** The values of those keys that have one. */
    default Map<String, V> getMany(Collection<String> fullKeys) {
        Map<String, V> found = new HashMap<>();
        findMany(fullKeys).forEach((fullKey, entry) -> found.put(fullKey, entry.value()));
        return found;
    }

    /** The entries of those keys that have one. */
    default Map<String, Entry<V>> findMany(Collection<String> fullKeys) {
        Map<String, Entry<V>> found = new HashMap<>();
        for (String fullKey : fullKeys) {
            Entry<V> entry = find(fullKey);
            if (entry != null) {
                found.put(fullKey, entry);
            }
        }
        return found;
    }

    /** Stores values in place of earlier ones; gives the keys that the store did not take. */
    default Set<String> setMany(Map<String, V> values, long expiry) {
        values.forEach((fullKey, value) -> set(fullKey, value, expiry));
        return Set.of();
    }

    /** Deletes the entries of those keys that have one. */
    default void deleteMany(Collection<String> fullKeys) {
        fullKeys.forEach(this::delete);
    }

    /**
     * Adds to a whole number, which keeps its expiry; empty when there is no entry. The default is not atomic.
     *
     * @throws CacheException when the value is not a whole number; the message names its type
     * @throws ArithmeticException when the sum does not fit a {@code long}; the value stays
     */
    default OptionalLong incr(String fullKey, long delta) {
        Entry<V> entry = find(fullKey);
        if (entry == null) {
            return OptionalLong.empty();
        }
        long sum = WholeNumbers.sum(decode(entry.value()), delta);
        set(fullKey, encode(sum), entry.expiry());
        return OptionalLong.of(sum);
    }

    /**
     * Moves an entry to another key, in place of what is there; it keeps its expiry. False when there is no entry. The
     * keys differ. The default is not atomic.
     */
    default boolean move(String fromKey, String toKey) {
        Entry<V> entry = find(fromKey);
        if (entry == null) {
            return false;
        }
        set(toKey, entry.value(), entry.expiry());
        delete(fromKey);
        return true;
    }

    /**
     * Called when the application is up and its beans can be used, before its first request; not where caches are made
     * without an application. Throws nothing: what does not work then may work later.
     */
    default void started() {}

    /** Gives up connections. They are opened again when next needed. */
    default void close() {}
}

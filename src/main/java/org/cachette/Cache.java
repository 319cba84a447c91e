package org.cachette;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A named cache: values under keys, each with a timeout.
 *
 * <p>Keys and values are never null; a null is a {@link NullPointerException}. What is read is equal to what was set
 * and independent of it: changing one does not change the other (unless the cache is told to share values). Whole
 * numbers ({@code Byte}, {@code Short}, {@code Integer}, {@code Long}) are one kind and are read back as {@code Long}
 * where no type is asked for.
 *
 * <p>With {@code on-error=miss}, the default, a store that fails is a miss and never an exception: {@code add},
 * {@code touch} and {@code delete} are false, {@code setMany} returns all keys, {@code getOrSet} computes,
 * {@code incr} and {@code incrVersion} say {@link KeyNotFoundException}. With {@code on-error=throw} the failure is a
 * {@link CacheException}. A value that cannot be serialised is a {@link CacheException} in either case, and the entry
 * stays as it was.
 *
 * <p>Safe for use by several threads. Django: {@code django.core.cache.backends.base.BaseCache}.
 */
public interface Cache {

    /** The name under which this cache is configured. */
    String name();

    /**
     * This cache with another version of every key. The view shares entries, limits and connections with this cache;
     * the same key under two versions is two entries. Django: the argument {@code version}.
     */
    Cache version(int version);

    /** The value under the key; empty when there is none or it has expired. */
    Optional<Object> get(String key);

    /**
     * The value under the key as the given type; empty when there is none or it has expired. Numbers are converted.
     *
     * @throws CacheException when the value is of another type or a number does not fit; the message names the key
     *     and both types
     */
    <T> Optional<T> get(String key, Class<T> type);

    /**
     * The value under the key, else the fallback. Numbers are converted to the fallback's type.
     *
     * @throws CacheException when the value is a number that does not fit the fallback's type
     */
    <T> T getOrDefault(String key, T fallback);

    /** Stores the value for the cache's own timeout, in place of an earlier one. */
    void set(String key, Object value);

    /** Stores the value for the given timeout, in place of an earlier one; {@link Timeout#NONE} deletes it. */
    void set(String key, Object value, Timeout timeout);

    /** Stores the value for the cache's own timeout if the key has none; atomic. True when it was stored. */
    boolean add(String key, Object value);

    /**
     * Stores the value for the given timeout if the key has none; atomic. True when the key was absent, also with
     * {@link Timeout#NONE}, which stores nothing.
     */
    boolean add(String key, Object value, Timeout timeout);

    /** Gives an entry the cache's own timeout from now on. False when there is none. */
    boolean touch(String key);

    /** Gives an entry the given timeout from now on. False when there is none. */
    boolean touch(String key, Timeout timeout);

    /**
     * The value under the key, else the supplier's, which is stored for the cache's own timeout. Concurrent callers of
     * one key in this process share one run of the supplier. What the cache holds after the run is returned: where
     * another process stored first, its value.
     *
     * @throws NullPointerException when the supplier gives null; the message names the key
     * @throws CacheException when the supplier gives a {@code Byte}, {@code Short} or {@code Integer}: without a type
     *     they could not be told from a {@code Long} later; use {@code Long} or give the type
     */
    <T> T getOrSet(String key, Supplier<? extends T> value);

    /** As {@link #getOrSet(String, Supplier)}, stored for the given timeout. */
    <T> T getOrSet(String key, Supplier<? extends T> value, Timeout timeout);

    /**
     * As {@link #getOrSet(String, Supplier)}, with the result as the given type.
     *
     * @throws CacheException when the stored value is of another type or a number does not fit
     */
    <T> T getOrSet(String key, Class<T> type, Supplier<? extends T> value);

    /** As {@link #getOrSet(String, Class, Supplier)}, stored for the given timeout. */
    <T> T getOrSet(String key, Class<T> type, Supplier<? extends T> value, Timeout timeout);

    /** The values of those keys that have one, by the caller's own keys. */
    Map<String, Object> getMany(Collection<String> keys);

    /**
     * Stores all values for the cache's own timeout.
     *
     * @return the keys that the store did not take; empty when all went well
     * @throws CacheException when a value cannot be serialised; nothing is stored then
     */
    Set<String> setMany(Map<String, ?> values);

    /** As {@link #setMany(Map)}, for the given timeout. */
    Set<String> setMany(Map<String, ?> values, Timeout timeout);

    /** Deletes an entry. True when there was one. */
    boolean delete(String key);

    /** Deletes the entries of those keys that have one. */
    void deleteMany(Collection<String> keys);

    /** True when the key has an entry that has not expired. */
    boolean hasKey(String key);

    /** Empties the store at this cache's location: other key prefixes and versions in it too, as Django does. */
    void clear();

    /** {@link #incr(String, long)} by one. */
    long incr(String key);

    /**
     * Adds to a whole number; atomic. The entry keeps its remaining life.
     *
     * @return the new value
     * @throws KeyNotFoundException when there is no entry
     * @throws CacheException when the value is not a whole number; the message names the key and its type
     * @throws ArithmeticException when the sum does not fit a {@code long}; the value stays
     */
    long incr(String key, long delta);

    /** {@link #decr(String, long)} by one. */
    long decr(String key);

    /** Subtracts from a whole number; otherwise as {@link #incr(String, long)}. */
    long decr(String key, long delta);

    /** {@link #incrVersion(String, int)} by one. */
    int incrVersion(String key);

    /**
     * Moves an entry to a later version of its key. The entry keeps its remaining life; what is there already is
     * replaced. Not atomic.
     *
     * @return the new version
     * @throws KeyNotFoundException when there is no entry
     */
    int incrVersion(String key, int delta);

    /** {@link #decrVersion(String, int)} by one. */
    int decrVersion(String key);

    /** Moves an entry to an earlier version of its key; otherwise as {@link #incrVersion(String, int)}. */
    int decrVersion(String key, int delta);

    /** The same operations as {@link java.util.concurrent.CompletionStage}s. */
    AsyncCache async();

    /** Gives up connections. The cache opens them again when it is next used. */
    void close();
}

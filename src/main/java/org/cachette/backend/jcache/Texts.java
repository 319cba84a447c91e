package org.cachette.backend.jcache;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider's cache of strings under strings, in which others may have put anything. A life is in milliseconds, or
 * {@link #FOR_EVER}; it is for the provider's housekeeping, and one that cannot take it ignores it.
 */
interface Texts {

    long FOR_EVER = Long.MAX_VALUE;

    @Nullable
    Object get(String key);

    Map<String, Object> getAll(Set<String> keys);

    void put(String key, String text, long life);

    void putAll(Map<String, String> texts, long life);

    boolean putIfAbsent(String key, String text, long life);

    /** Only if it still is the old one. */
    boolean replace(String key, String old, String text, long life);

    /** Only if it still is the old one. */
    void remove(String key, Object old);

    @Nullable
    Object getAndRemove(String key);

    void removeAll(Set<String> keys);

    void removeAll();
}

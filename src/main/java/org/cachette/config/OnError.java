package org.cachette.config;

/** What a store's failure is to the caller: {@code cachette.caches.<name>.on-error}. */
public enum OnError {
    /** A miss. */
    MISS,
    /** A {@link org.cachette.CacheException}. */
    THROW
}

package org.cachette;

/**
 * Makes the full key, which the backend sees, of a key, the cache's key prefix and a version. The default is
 * {@code prefix:version:key}. Must be pure and safe for use by several threads. Named by class in
 * {@code cachette.caches.<name>.key-function}; the class needs a public constructor without arguments. Django:
 * {@code KEY_FUNCTION}.
 */
@FunctionalInterface
public interface KeyFunction {

    /** The full key; never null. */
    String fullKey(String key, String keyPrefix, int version);
}

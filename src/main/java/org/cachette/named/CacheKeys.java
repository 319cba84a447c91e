package org.cachette.named;

import java.util.Objects;
import org.cachette.KeyFunction;
import org.jspecify.annotations.Nullable;

/** Makes full keys of one version of a cache's keys. Immutable, but for what has been warned about. */
final class CacheKeys {

    private final String keyPrefix;
    private final int version;
    private final @Nullable KeyFunction function;
    private final KeyWarnings warnings;
    private final String head;

    /** Without a function the full key is {@code prefix:version:key}. */
    CacheKeys(String keyPrefix, int version, @Nullable KeyFunction function, KeyWarnings warnings) {
        this.keyPrefix = keyPrefix;
        this.version = version;
        this.function = function;
        this.warnings = warnings;
        this.head = keyPrefix + ":" + version + ":";
    }

    CacheKeys version(int other) {
        return new CacheKeys(keyPrefix, other, function, warnings);
    }

    int version() {
        return version;
    }

    /** The full key, checked. */
    String full(String key) {
        Objects.requireNonNull(key, "key");
        String fullKey = function == null ? head.concat(key) : made(key, function);
        warnings.check(fullKey);
        return fullKey;
    }

    private String made(String key, KeyFunction by) {
        return Objects.requireNonNull(
                by.fullKey(key, keyPrefix, version),
                () -> by.getClass().getName() + " gave null for key " + quoted(key) + ": expected a full key");
    }

    /** A key as it can stand in a message: not endless, and on one line. */
    static String quoted(String key) {
        String start = key.length() > 100 ? key.substring(0, 100) + "…" : key;
        return '"' + start.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}

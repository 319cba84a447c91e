package org.cachette.config;

import java.util.Map;
import java.util.Optional;
import org.cachette.KeyFunction;
import org.cachette.Timeout;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.Serializer;

/**
 * The settings of one cache, {@code cachette.caches.<name>.*}.
 *
 * @param name the cache's name
 * @param backend makes its backend; caches of one class of backend share the factory
 * @param location what it means is the backend's business; empty when not set
 * @param timeout how long values may be used where no other timeout is given
 * @param maxEntries how many entries it holds; at least 1
 * @param cullFrequency a full cache drops one in so many entries; 0: all
 * @param keyPrefix the first part of each full key
 * @param version the version of keys where no other is asked for
 * @param keyFunction makes full keys; empty: prefix, version and key
 * @param onError what a store's failure is to the caller
 * @param serializer turns values into bytes
 * @param compressAbove values of more bytes than this are compressed; {@link #NEVER}: none
 * @param options the backend's own settings
 */
public record CacheSettings(
        String name,
        BackendFactory backend,
        String location,
        Timeout timeout,
        int maxEntries,
        int cullFrequency,
        String keyPrefix,
        int version,
        Optional<KeyFunction> keyFunction,
        OnError onError,
        Serializer serializer,
        int compressAbove,
        Map<String, String> options) {

    /** No value has as many bytes. */
    public static final int NEVER = Integer.MAX_VALUE;

    public CacheSettings {
        options = Map.copyOf(options);
    }
}

package org.cachette.backend;

import java.time.InstantSource;

/**
 * What a backend is made from.
 *
 * @param cache the name of the cache
 * @param location what it means is the backend's business; empty when not set
 * @param maxEntries how many entries a store holds that has to watch its size; at least 1
 * @param cullFrequency a full store drops one in so many entries, at least one; 0 stands for all
 * @param keyPrefix with which all full keys of the cache begin, unless it has a key function; may be empty
 * @param keyFunction whether full keys are made by a key function, and may look like anything
 * @param options the backend's own settings
 * @param values turns values into bytes and back
 * @param clock what the expiry of entries is compared with
 * @param throwing whether a failure of the store is to be an exception and not a miss; of interest to a store that can
 *     fail in part only, and has to know whether to go on with the rest
 * @param beans the application's
 * @param others the backends of the application's other caches
 * @param problems takes what is wrong with the settings
 */
public record BackendSettings(
        String cache,
        String location,
        int maxEntries,
        int cullFrequency,
        String keyPrefix,
        boolean keyFunction,
        Options options,
        ValueFormat values,
        InstantSource clock,
        boolean throwing,
        Beans beans,
        NamedBackends others,
        Problems problems) {

    /** The full name of a setting of this cache, as {@code cachette.caches.pages.location}. */
    public String setting(String name) {
        return setting(cache, name);
    }

    /** A name with dots is written in quotes. */
    static String setting(String cache, String name) {
        String written = cache.indexOf('.') < 0 ? cache : '"' + cache + '"';
        return "cachette.caches." + written + "." + name;
    }
}

package org.cachette.backend.memcached;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.backend.Configs;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;

/** Caches as an application has them: failures are misses, the time limit is the default one. */
final class TestCaches {

    private TestCaches() {}

    static NamedCaches on(String location, String... settings) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("cachette.caches.default.backend", "memcached");
        properties.put("cachette.caches.default.location", location);
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("cachette.caches.default." + settings[i], settings[i + 1]);
        }
        return new NamedCaches(Settings.read(Configs.of(properties)), InstantSource.system());
    }
}

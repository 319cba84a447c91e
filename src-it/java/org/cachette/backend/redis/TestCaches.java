package org.cachette.backend.redis;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.backend.Configs;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;

/** Caches as an application has them: failures are misses. The time limit is long, unless a test is about it. */
final class TestCaches {

    private TestCaches() {}

    static NamedCaches on(String location, String... settings) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("cachette.caches.default.backend", "redis");
        properties.put("cachette.caches.default.location", location);
        properties.put("cachette.caches.default.options.time-limit", "PT2S");
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("cachette.caches.default." + settings[i], settings[i + 1]);
        }
        return new NamedCaches(Settings.read(Configs.of(properties)), InstantSource.system());
    }
}

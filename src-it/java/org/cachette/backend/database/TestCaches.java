package org.cachette.backend.database;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.backend.Beans;
import org.cachette.backend.Configs;
import org.cachette.backend.Problems;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;

/** Caches as an application has them: failures are misses. The time limit is long, unless a test is about it. */
final class TestCaches {

    private TestCaches() {}

    /** With settings of the cache {@code default}, or of others as {@code other.location}, in turn with their values. */
    static NamedCaches with(Beans beans, InstantSource clock, String... settings) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("cachette.caches.default.backend", "database");
        properties.put("cachette.caches.default.options.time-limit", "PT10S");
        properties.put("cachette.caches.default.options.create-table", "true");
        for (int i = 0; i < settings.length; i += 2) {
            String cache = settings[i].contains(":") ? "" : "default.";
            properties.put("cachette.caches." + cache + settings[i].replace(':', '.'), settings[i + 1]);
        }
        Problems problems = new Problems();
        NamedCaches caches = new NamedCaches(Settings.read(Configs.of(properties)), clock, beans, problems);
        problems.throwIfAny();
        return caches;
    }
}

package org.cachette.bench;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.backend.Beans;
import org.cachette.backend.Problems;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;

/** The default cache of an application that sets these alone, and throws what fails. */
final class OneCache implements AutoCloseable {

    private final NamedCaches caches;

    private OneCache(NamedCaches caches) {
        this.caches = caches;
    }

    /** Settings of the default cache, without what stands before them in their names. */
    static OneCache of(Map<String, String> settings) {
        return of(settings, Beans.NONE);
    }

    static OneCache of(Map<String, String> settings, Beans beans) {
        Map<String, String> properties = new HashMap<>(Map.of("cachette.caches.default.on-error", "throw"));
        settings.forEach((name, value) -> properties.put("cachette.caches.default." + name, value));
        Problems problems = new Problems();
        Settings read = Settings.read(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(properties, "bench", 100))
                        .build(),
                problems);
        NamedCaches caches = new NamedCaches(read, InstantSource.system(), beans, problems);
        problems.throwIfAny();
        return new OneCache(caches);
    }

    Cache cache() {
        return caches.getDefault();
    }

    @Override
    public void close() {
        caches.close();
    }
}

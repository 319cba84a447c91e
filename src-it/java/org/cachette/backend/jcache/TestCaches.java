package org.cachette.backend.jcache;

import java.lang.annotation.Annotation;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.cache.CacheManager;
import org.cachette.backend.Beans;
import org.cachette.backend.Configs;
import org.cachette.backend.Problems;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;

/** Caches as an application has them: failures are misses. The time limit is long, unless a test is about it. */
final class TestCaches {

    private TestCaches() {}

    /** The settings of the default cache, in turn with their values. */
    static NamedCaches of(Beans beans, InstantSource clock, String... settings) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("cachette.caches.default.backend", "jcache");
        properties.put("cachette.caches.default.options.time-limit", "PT30S");
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("cachette.caches.default." + settings[i], settings[i + 1]);
        }
        Problems problems = new Problems();
        NamedCaches caches = new NamedCaches(Settings.read(Configs.of(properties)), clock, beans, problems);
        problems.throwIfAny();
        return caches;
    }

    static NamedCaches of(CacheManager bean, String... settings) {
        return of(only(bean), InstantSource.system(), settings);
    }

    /** An application with one bean. */
    static Beans only(CacheManager bean) {
        return new Beans() {
            @Override
            public <T> Optional<T> find(Class<T> type, Annotation... qualifiers) {
                return type.isInstance(bean) ? Optional.of(type.cast(bean)) : Optional.empty();
            }
        };
    }
}

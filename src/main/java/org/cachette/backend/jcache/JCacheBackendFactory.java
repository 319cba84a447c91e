package org.cachette.backend.jcache;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.EmptyBackend;
import org.jspecify.annotations.Nullable;

/**
 * Makes backends in JCache providers; {@code location} is the name of the provider's cache. The option
 * {@code time-limit} is how long a caller waits at most, 250 ms unless set. With 0 there is no limit and no change of
 * thread: operations run on the caller's own. The price is that a provider that hangs holds each caller as long as it
 * hangs, and that callers who are interrupted interrupt it. It is for providers that keep all in this process.
 */
public final class JCacheBackendFactory implements BackendFactory {

    private static final String DEFAULT_LOCATION = "cachette";
    private static final String TIME_LIMIT = "time-limit";
    private static final Duration DEFAULT_LIMIT = Duration.ofMillis(250);
    private static final Duration LONGEST_LIMIT = Duration.ofMinutes(1);

    /** Only where JCache is on the class path. */
    private @Nullable Origins origins;

    @Override
    public Set<String> options() {
        return Set.of("provider", "uri", "properties", TIME_LIMIT);
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        if (!isThere("javax.cache.CacheManager")) {
            settings.problems()
                    .add(settings.setting("backend") + " is \"jcache\": expected JCache on the class path, add"
                            + " javax.cache:cache-api:1.1.1 and a provider, such as com.hazelcast:hazelcast,"
                            + " org.infinispan:infinispan-jcache or org.ehcache:ehcache");
            return new EmptyBackend();
        }
        if (origins == null) {
            origins = new Origins();
        }
        Origin origin = origins.of(settings);
        String name = settings.location().isEmpty() ? DEFAULT_LOCATION : settings.location();
        Duration limit =
                settings.options().duration(TIME_LIMIT, ChronoUnit.MILLIS, Duration.ZERO, LONGEST_LIMIT, DEFAULT_LIMIT);
        return origin == null
                ? new EmptyBackend()
                : new LimitedBackend(
                        new JCacheBackend(settings.values(), settings.clock(), new Connection(origin, name)),
                        new TimeLimit(name, limit, Thread.currentThread().getContextClassLoader()));
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, JCacheBackendFactory.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}

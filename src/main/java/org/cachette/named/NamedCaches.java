package org.cachette.named;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cachette.Cache;
import org.cachette.CacheConfigurationException;
import org.cachette.CacheException;
import org.cachette.Caches;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.Beans;
import org.cachette.backend.NamedBackends;
import org.cachette.backend.Options;
import org.cachette.backend.Problems;
import org.cachette.backend.ValueFormat;
import org.cachette.backend.dummy.DummyBackendFactory;
import org.cachette.config.CacheSettings;
import org.cachette.config.OnError;
import org.cachette.config.Settings;

/** The caches of an application, all made when it starts. Safe for use by several threads. */
public final class NamedCaches implements Caches, AutoCloseable {

    private final Map<String, Cache> caches;
    private final List<Backend<?>> backends;
    private final Computations computations;

    /**
     * On threads of its own for {@link Cache#async}, which end by themselves when idle.
     *
     * @throws CacheConfigurationException when settings cannot work, with all problems in one message
     */
    public NamedCaches(Settings settings, InstantSource clock) {
        Problems problems = new Problems();
        Assembly assembly = new Assembly(settings, clock, Beans.NONE, new IdleThreads(), problems);
        this.caches = assembly.caches();
        this.backends = assembly.backends();
        this.computations = assembly.computations;
        problems.throwIfAny();
    }

    /**
     * As the other, for an application with beans, and with problems added to those found before; where there are any,
     * these caches are not for use.
     */
    public NamedCaches(Settings settings, InstantSource clock, Beans beans, Problems problems) {
        this(settings, clock, beans, new IdleThreads(), problems);
    }

    /** As the other, with {@link Cache#async} on the threads of an executor. */
    public NamedCaches(Settings settings, InstantSource clock, Beans beans, Executor executor, Problems problems) {
        Assembly assembly = new Assembly(settings, clock, beans, executor, problems);
        this.caches = assembly.caches();
        this.backends = assembly.backends();
        this.computations = assembly.computations;
    }

    @Override
    public Cache get(String name) {
        Cache cache = caches.get(Objects.requireNonNull(name, "name"));
        if (cache == null) {
            throw new CacheConfigurationException("no cache is named \"" + name + "\": expected one of "
                    + String.join(", ", caches.keySet()) + ", or settings cachette.caches." + name + ".*");
        }
        return cache;
    }

    @Override
    public Cache getDefault() {
        return get("default");
    }

    @Override
    public Set<String> names() {
        return caches.keySet();
    }

    /** What runs the suppliers of all these caches; who computes for them too uses it, so that nobody waits in a circle. */
    public Computations computations() {
        return computations;
    }

    /** To be called when the application is up and its beans can be used. */
    public void started() {
        backends.forEach(Backend::started);
    }

    /**
     * Gives up the connections of all caches; each opens them again when next used.
     *
     * @throws CacheException when one could not, and the others have; further ones are its suppressed exceptions
     */
    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        for (Cache cache : caches.values()) {
            try {
                cache.close();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    /** Makes caches of settings. */
    private static final class Assembly {

        private final Settings settings;
        private final InstantSource clock;
        private final Beans beans;
        private final Executor executor;
        private final Problems problems;
        private final Signing signing;
        private final List<Backend<?>> backends = new ArrayList<>();
        private final Computations computations = new Computations();

        Assembly(Settings settings, InstantSource clock, Beans beans, Executor executor, Problems problems) {
            this.settings = settings;
            this.clock = clock;
            this.beans = beans;
            this.executor = executor;
            this.problems = problems;
            this.signing = new Signing(settings.signingKey(), problems);
        }

        Map<String, Cache> caches() {
            Map<String, Cache> caches = new LinkedHashMap<>();
            settings.caches().forEach((name, cache) -> caches.put(name, cache(cache, backend(cache))));
            return Collections.unmodifiableMap(caches);
        }

        /** All that were made, as they are without signatures. */
        List<Backend<?>> backends() {
            return List.copyOf(backends);
        }

        private Backend<?> backend(CacheSettings cache) {
            return made(cache, cache, List.of(cache.name()));
        }

        private BackendFactory factory(CacheSettings cache) {
            return settings.enabled() ? cache.backend() : new DummyBackendFactory();
        }

        /** Of a cache that others are made of. */
        private Optional<Backend<?>> part(String name, CacheSettings whole, List<String> makers) {
            CacheSettings part = settings.caches().get(name);
            if (part == null || makers.contains(name)) {
                return Optional.empty();
            }
            List<String> all = new ArrayList<>(makers);
            all.add(name);
            return Optional.of(made(part, whole, all));
        }

        private Backend<?> made(CacheSettings cache, CacheSettings whole, List<String> makers) {
            AtomicBoolean madeOfOthers = new AtomicBoolean();
            NamedBackends others = name -> {
                madeOfOthers.set(true);
                return part(name, whole, makers);
            };
            Backend<?> plain = factory(cache).create(backendSettings(cache, whole, others));
            backends.add(plain);
            // What is made of others has its entries in them.
            return madeOfOthers.get() ? plain : signing.around(cache.name(), plain);
        }

        /** The keys, the clock and what becomes of failures are those of the whole. */
        private BackendSettings backendSettings(CacheSettings cache, CacheSettings whole, NamedBackends others) {
            return new BackendSettings(
                    cache.name(),
                    cache.location(),
                    cache.maxEntries(),
                    cache.cullFrequency(),
                    whole.keyPrefix(),
                    whole.keyFunction().isPresent(),
                    new Options(cache.name(), cache.options(), problems),
                    new ValueFormat(cache.serializer(), cache.compressAbove()),
                    clock,
                    whole.onError() == OnError.THROW,
                    beans,
                    others,
                    problems);
        }

        private <V> Cache cache(CacheSettings cache, Backend<V> backend) {
            CacheKeys keys = new CacheKeys(
                    cache.keyPrefix(),
                    cache.version(),
                    cache.keyFunction().orElse(null),
                    new KeyWarnings(cache.name()));
            FailurePolicy policy = new FailurePolicy(cache.name(), cache.onError(), clock);
            Leases leases = new Leases(cache.name(), computations);
            return new BackendCache<>(
                    cache.name(),
                    keys,
                    cache.timeout(),
                    new GuardedBackend<>(backend, new Expiries(clock), policy, leases, executor),
                    computations,
                    leases,
                    executor);
        }
    }
}

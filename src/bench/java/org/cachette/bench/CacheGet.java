package org.cachette.bench;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.InstantSource;
import java.util.Optional;
import org.cachette.Cache;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@code cache.get} of a string that is there, in the cache that an application has when it configures nothing. */
@State(Scope.Thread)
public class CacheGet {

    private final GetKeys keys = new GetKeys();
    private Cache cache;

    @Setup
    public void fill() {
        Settings settings = Settings.read(new SmallRyeConfigBuilder().build());
        cache = new NamedCaches(settings, InstantSource.system()).getDefault();
        for (String key : keys.all()) {
            cache.set(key, GetKeys.VALUE);
        }
        Rounds.warmUp(this::get);
    }

    @Benchmark
    public Optional<Object> get() {
        return cache.get(keys.next());
    }
}

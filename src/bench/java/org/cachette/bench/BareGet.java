package org.cachette.bench;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The same read of a Caffeine cache without anything of ours, not even a limit. Fair: each entry expires by itself,
 * after the default timeout, and the full key is put together at each read, since versions and prefixes could not be had
 * otherwise.
 */
@State(Scope.Thread)
public class BareGet {

    private final GetKeys keys = new GetKeys();
    private final Cache<String, String> cache = Caffeine.newBuilder()
            .expireAfter(Expiry.<String, String>creating((key, value) -> Duration.ofSeconds(300)))
            .build();

    @Setup
    public void fill() {
        for (String key : keys.all()) {
            cache.put(":1:".concat(key), GetKeys.VALUE);
        }
        Rounds.warmUp(this::get);
    }

    @Benchmark
    public @Nullable String get() {
        return cache.getIfPresent(":1:".concat(keys.next()));
    }
}

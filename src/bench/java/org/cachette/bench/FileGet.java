package org.cachette.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cachette.Cache;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** {@code cache.get} of bytes that are there, with {@code backend=file}. */
@State(Scope.Thread)
public class FileGet {

    private final Path directory = Entries.directory();
    private OneCache caches;
    private Cache cache;
    private int last;

    @Setup
    public void fill() {
        caches = OneCache.of(Map.of("backend", "file", "location", directory.toString()));
        cache = caches.cache();
        for (int i = 0; i < Entries.COUNT; i++) {
            cache.set("key" + i, new byte[Entries.LENGTH]);
        }
        Rounds.warmUp(this::get);
    }

    @Benchmark
    public Optional<Object> get() {
        last = (last + 1) % Entries.COUNT;
        Optional<Object> value = cache.get("key" + last);
        if (value.isEmpty()) {
            throw new IllegalStateException("not a hit");
        }
        return value;
    }

    @TearDown
    public void end() throws IOException {
        caches.close();
        Entries.delete(directory);
    }
}

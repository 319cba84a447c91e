package org.cachette.backend.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.backend.Configs;
import org.cachette.backend.FullDiskContract;
import org.cachette.backend.SmallDisk;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

/** Files on a disk that is really full. */
final class FileFullDiskIT extends FullDiskContract<SmallDisk> {

    @Override
    protected SmallDisk startedStore() {
        return SmallDisk.of(1);
    }

    @Override
    protected NamedCaches open(SmallDisk disk) {
        return open(disk, "miss");
    }

    private static NamedCaches open(SmallDisk disk, String onError) {
        return new NamedCaches(
                Settings.read(Configs.of(
                        "cachette.caches.default.backend",
                        "file",
                        "cachette.caches.default.location",
                        disk.directory() + "/cache",
                        "cachette.caches.default.on-error",
                        onError)),
                InstantSource.system());
    }

    private static List<Path> files(SmallDisk disk) throws IOException {
        try (Stream<Path> files = Files.list(disk.directory().resolve("cache"))) {
            return files.filter(file -> !file.endsWith("lock.cachette")).toList();
        }
    }

    @Test
    void aFailedWriteLeavesNoFileAndTheOldValueGoes() throws IOException {
        try (SmallDisk disk = startedStore();
                NamedCaches caches = open(disk, "throw")) {
            Cache cache = caches.getDefault();
            cache.set("key", "x".repeat(50_000));
            disk.fill();

            assertThatThrownBy(() -> cache.set("key", "y".repeat(50_000)))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("No space left");

            assertThat(cache.get("key")).isEmpty();
            assertThat(files(disk)).isEmpty();
        }
    }

    @Test
    void aTouchOrCountThatFailsLeavesTheEntryAsItWas() {
        try (SmallDisk disk = startedStore();
                NamedCaches caches = open(disk, "throw")) {
            Cache cache = caches.getDefault();
            cache.set("count", 7);
            cache.set("key", "x".repeat(50_000));
            disk.fill();

            assertThatThrownBy(() -> cache.touch("key")).isInstanceOf(CacheException.class);
            assertThatThrownBy(() -> cache.incr("count")).isInstanceOf(CacheException.class);
            assertThatThrownBy(() -> cache.incrVersion("key")).isInstanceOf(CacheException.class);

            assertThat(cache.get("key")).contains("x".repeat(50_000));
            assertThat(cache.get("count")).contains(7L);
            assertThat(cache.delete("key")).isTrue();
            cache.clear();
            assertThat(cache.get("count")).isEmpty();
        }
    }
}

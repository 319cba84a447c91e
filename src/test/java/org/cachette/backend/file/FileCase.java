package org.cachette.backend.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cachette.Cache;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Caches in one directory, and a look at its files. */
abstract class FileCase {

    final ManualClock clock = new ManualClock();
    private final List<NamedCaches> opened = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path temporary;

    Path directory() {
        return temporary.resolve("cache");
    }

    /** As another process would open it. Settings of the default cache come in turn with their values. */
    public Cache open(String... settings) {
        NamedCaches caches = new NamedCaches(Settings.read(Configs.of(properties(directory(), settings))), clock);
        opened.add(caches);
        return caches.getDefault();
    }

    static Map<String, String> properties(Path directory, String... settings) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("cachette.caches.default.backend", "file");
        properties.put("cachette.caches.default.location", directory.toString());
        properties.put("cachette.caches.default.on-error", "throw");
        properties.put("cachette.caches.default.options.time-limit", "10000");
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("cachette.caches.default." + settings[i], settings[i + 1]);
        }
        return properties;
    }

    @AfterEach
    void closeAllCaches() {
        opened.forEach(NamedCaches::close);
    }

    /** The file of a key of a cache without a key prefix. */
    Path file(String key) {
        return directory().resolve(EntryKey.of(":1:" + key).name().fileName());
    }

    /** The names of all files but the lock file. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("lock.cachette"))
                    .toList();
        }
    }
}

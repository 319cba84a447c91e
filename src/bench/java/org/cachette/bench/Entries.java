package org.cachette.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directory in which the benchmarks of files have their entries. */
final class Entries {

    static final int COUNT = 64;
    static final int LENGTH = 4096;

    private Entries() {}

    static Path directory() {
        try {
            return Files.createTempDirectory("cachette-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            List<Path> files = paths.toList();
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}

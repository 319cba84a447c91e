package org.cachette.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same bytes in as many files, read by the JDK. Fair: the path is put together at each read, as from a key. */
@State(Scope.Thread)
public class BareFileGet {

    private final Path directory = Entries.directory();
    private int last;

    @Setup
    public void fill() throws IOException {
        for (int i = 0; i < Entries.COUNT; i++) {
            Files.write(directory.resolve("key" + i), new byte[Entries.LENGTH]);
        }
        Rounds.warmUp(this::get);
    }

    @Benchmark
    public byte[] get() {
        last = (last + 1) % Entries.COUNT;
        try {
            return Files.readAllBytes(directory.resolve("key" + last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TearDown
    public void end() throws IOException {
        Entries.delete(directory);
    }
}

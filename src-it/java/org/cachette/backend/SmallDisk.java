package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file system of its own of a few megabytes, which can be filled to the last byte. Without one the test is skipped. */
public final class SmallDisk implements FullStore {

    private static final List<String> AS_ROOT = List.of("sudo", "-n");

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Mounted, with that many megabytes; anybody may write to it. */
    public static SmallDisk of(int megabytes) {
        try {
            Path directory = Files.createTempDirectory("small-disk");
            String options = "size=" + megabytes + "m,mode=1777";
            assumeTrue(
                    run("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.toString()),
                    "No file system can be mounted here: run the tests as root, or with sudo without a password");
            return new SmallDisk(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean run(String... command) throws IOException {
        List<String> byRoot = new ArrayList<>(AS_ROOT);
        byRoot.addAll(List.of(command));
        return ends(List.of(command)) || ends(byRoot);
    }

    private static boolean ends(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no sudo
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public Path directory() {
        return directory;
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    /** From now on there is no room for a byte. */
    @Override
    public void fill() {
        try (OutputStream out =
                Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(directory.toFile().getUsableSpace()).isZero();
        }
    }

    /** There is room again. */
    @Override
    public void free() {
        try {
            Files.delete(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also when a server still has files open on it. */
    @Override
    public void close() {
        try {
            assertThat(run("umount", "--lazy", directory.toString())).isTrue();
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.cachette.backend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A store's server as a process of this machine, with a folder of its own, which goes with it. */
public abstract class LocalServer implements StoreServer {

    private final Path folder;
    private final ServerProcess process;

    /** With a folder that {@link #newFolder} made, and the command that starts it. */
    protected LocalServer(Path folder, List<String> command) {
        this.folder = folder;
        this.process = new ServerProcess(command, () -> answers());
    }

    protected static Path newFolder(String store) {
        try {
            return Files.createTempDirectory("cachette-" + store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when it can be used; false or an exception when not yet. */
    protected abstract boolean answers() throws Exception;

    @Override
    public final void start() {
        process.start();
    }

    @Override
    public final void kill() {
        process.kill();
    }

    @Override
    public final void freeze() {
        process.signal("STOP");
    }

    @Override
    public final void thaw() {
        process.signal("CONT");
    }

    @Override
    public final void close() {
        process.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

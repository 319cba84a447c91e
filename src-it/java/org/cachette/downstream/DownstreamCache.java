package org.cachette.downstream;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.cachette.backend.ServerProcess;
import org.cachette.client.Client;
import org.jspecify.annotations.Nullable;

/** A shared cache of others, in front of a site on the loopback address until it is closed. */
public abstract class DownstreamCache implements AutoCloseable {

    private final String program;
    private final String debianPackage;
    private @Nullable ServerProcess process;

    DownstreamCache(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = debianPackage;
    }

    /** One of each kind, not started. */
    public static Stream<DownstreamCache> all() {
        return Stream.of(new Nginx(), new Squid(), new Varnish());
    }

    /** The command by which it runs in the foreground, on one port before the other; its files go to the folder. */
    abstract List<String> command(String program, Path folder, int port, int origin) throws IOException;

    /**
     * Starts it and waits until it answers; without the program the test is skipped.
     *
     * @param folder empty; whatever is in it when this is closed may be dropped
     * @param site the origin
     * @param path of a page that has the status 200
     * @return a client of the site by way of this cache
     */
    public Client start(Path folder, URI site, String path) throws IOException {
        String file = ServerProcess.program(program, debianPackage);
        // Such programs give up their rights.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        int port = ServerProcess.freePort();
        Client client = Client.of(URI.create("http://127.0.0.1:" + port));
        process = new ServerProcess(
                command(file, folder, port, site.getPort()),
                () -> client.get(path).status() == 200);
        process.start();
        return client;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    @Override
    public String toString() {
        return program;
    }
}

package org.cachette.backend.memcached;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cachette.backend.ServerProcess;
import org.cachette.backend.StoreServer;
import org.jspecify.annotations.Nullable;

/** A memcached of its own, on a free port of the loopback address or on a unix socket. */
public final class MemcachedServer implements StoreServer {

    private final Server server;
    private final ServerProcess process;
    private final @Nullable Path folder;

    private MemcachedServer(Server server, @Nullable Path folder, List<String> listening, List<String> options) {
        this.server = server;
        this.folder = folder;
        List<String> command = new ArrayList<>(List.of(ServerProcess.program("memcached", "memcached"), "-t", "2"));
        command.addAll(listening);
        command.addAll(options);
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "root"));
        }
        this.process = new ServerProcess(command, () -> {
            server.connect(1000).close();
            return true;
        });
    }

    /** On a port that was free a moment ago, started. */
    public static MemcachedServer onTcp(String... options) {
        MemcachedServer made = notStartedOnTcp(options);
        made.start();
        return made;
    }

    static MemcachedServer notStartedOnTcp(String... options) {
        return notStartedOn("127.0.0.1", options);
    }

    static MemcachedServer onIpv6() {
        MemcachedServer made = notStartedOn(ServerProcess.ipv6Loopback());
        made.start();
        return made;
    }

    private static MemcachedServer notStartedOn(String host, String... options) {
        int port = ServerProcess.freePort();
        List<String> listening = List.of("-l", host, "-p", "" + port, "-U", "0");
        return new MemcachedServer(new Server(host, port), null, listening, List.of(options));
    }

    static MemcachedServer onUnixSocket(String... options) {
        MemcachedServer made = notStartedOnUnixSocket(options);
        made.start();
        return made;
    }

    static MemcachedServer notStartedOnUnixSocket(String... options) {
        try {
            Path folder = Files.createTempDirectory("memcached");
            Path socket = folder.resolve("socket");
            return new MemcachedServer(
                    new Server(socket.toString(), 0), folder, List.of("-s", socket.toString()), List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String location() {
        return server.toString();
    }

    @Override
    public String address() {
        return server.toString();
    }

    @Override
    public void start() {
        process.start();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void freeze() {
        process.signal("STOP");
    }

    @Override
    public void thaw() {
        process.signal("CONT");
    }

    @Override
    public void close() {
        process.close();
        Path temporary = folder;
        if (temporary != null) {
            try (Stream<Path> files = Files.walk(temporary)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

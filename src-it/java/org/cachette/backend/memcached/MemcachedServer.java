package org.cachette.backend.memcached;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A memcached of its own, on a free port of the loopback address or on a unix socket. */
final class MemcachedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Server server;
    private final List<String> command;
    private final @Nullable Path folder;
    private @Nullable Process process;

    private MemcachedServer(Server server, @Nullable Path folder, List<String> listening, List<String> options) {
        this.server = server;
        this.folder = folder;
        this.command = new ArrayList<>(List.of(program(), "-t", "2"));
        command.addAll(listening);
        command.addAll(options);
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "root"));
        }
    }

    private static String program() {
        Optional<String> found = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(path -> path + "/memcached")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
        assumeTrue(found.isPresent(), "The program memcached is missing: apt-get install memcached");
        return found.orElseThrow();
    }

    /** On a port that was free a moment ago, started. */
    static MemcachedServer onTcp(String... options) {
        MemcachedServer made = notStartedOnTcp(options);
        made.start();
        return made;
    }

    static MemcachedServer notStartedOnTcp(String... options) {
        int port = freePort();
        List<String> listening = List.of("-l", "127.0.0.1", "-p", "" + port, "-U", "0");
        return new MemcachedServer(new Server("127.0.0.1", port), null, listening, List.of(options));
    }

    static MemcachedServer onUnixSocket(String... options) {
        try {
            Path folder = Files.createTempDirectory("memcached");
            Path socket = folder.resolve("socket");
            MemcachedServer made = new MemcachedServer(
                    new Server(socket.toString(), 0), folder, List.of("-s", socket.toString()), List.of(options));
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String location() {
        return server.toString();
    }

    /** Starts it and waits until it answers. */
    void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> {
                    server.connect(1000).close();
                    return true;
                });
    }

    /** Ends it at once, as a crash would. */
    void kill() {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroyForcibly();
            await().atMost(PATIENCE).until(() -> !running.isAlive());
        }
    }

    /** Stops its process: connections stay and nothing is answered. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process running = process;
            if (running != null) {
                new ProcessBuilder("kill", "-" + name, "" + running.pid())
                        .start()
                        .waitFor();
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        kill();
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

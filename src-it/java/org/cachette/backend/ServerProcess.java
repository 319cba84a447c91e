package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program that serves until it is killed, with the processes that it starts. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> command;
    private final Callable<Boolean> answers;
    private @Nullable Process process;

    /** Of a command, and of what is true once the server answers. */
    public ServerProcess(List<String> command, Callable<Boolean> answers) {
        this.command = command;
        this.answers = answers;
    }

    /** Where the program is on the path; without it the test is skipped. */
    public static String program(String name, String debianPackage) {
        Optional<String> found = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(path -> path + "/" + name)
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
        assumeTrue(found.isPresent(), "The program " + name + " is missing: apt-get install " + debianPackage);
        return found.orElseThrow();
    }

    /** Of the loopback address; free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The IPv6 loopback address; without it the test is skipped. */
    public static String ipv6Loopback() {
        try {
            assumeTrue(
                    NetworkInterface.networkInterfaces()
                            .flatMap(NetworkInterface::inetAddresses)
                            .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress()),
                    "This machine has no IPv6 loopback address");
            return "::1";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it answers. */
    public void start() {
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
                .until(answers);
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        Process running = process;
        process = null;
        if (running != null) {
            List<ProcessHandle> family = family(running);
            family.forEach(ProcessHandle::destroyForcibly);
            await().atMost(PATIENCE).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    private static List<ProcessHandle> family(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** Sends its processes a signal, such as {@code STOP}. */
    public void signal(String name) {
        Process running = process;
        try {
            if (running != null) {
                List<String> kill = new ArrayList<>(List.of("kill", "-" + name));
                family(running).forEach(process -> kill.add("" + process.pid()));
                assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}

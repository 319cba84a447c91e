package org.cachette.backend.memcached;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cachette.backend.LocalServer;
import org.cachette.backend.ServerProcess;

/** A memcached of its own, on a free port of the loopback address or on a unix socket. */
public final class MemcachedServer extends LocalServer {

    private final Server server;

    private MemcachedServer(Server server, Path folder, List<String> listening, String... options) {
        super(folder, command(listening, options));
        this.server = server;
    }

    private static List<String> command(List<String> listening, String... options) {
        List<String> command = new ArrayList<>(List.of(ServerProcess.program("memcached", "memcached"), "-t", "2"));
        command.addAll(listening);
        command.addAll(List.of(options));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "root"));
        }
        return command;
    }

    /** On a port that was free a moment ago, started. */
    public static MemcachedServer onTcp(String... options) {
        return started(notStartedOnTcp(options));
    }

    static MemcachedServer notStartedOnTcp(String... options) {
        return notStartedOn("127.0.0.1", options);
    }

    static MemcachedServer onIpv6() {
        return started(notStartedOn(ServerProcess.ipv6Loopback()));
    }

    static MemcachedServer onUnixSocket() {
        return started(notStartedOnUnixSocket());
    }

    static MemcachedServer notStartedOnUnixSocket() {
        Path folder = newFolder("memcached");
        String socket = folder.resolve("socket").toString();
        return new MemcachedServer(new Server(socket, 0), folder, List.of("-s", socket));
    }

    private static MemcachedServer notStartedOn(String host, String... options) {
        int port = ServerProcess.freePort();
        List<String> listening = List.of("-l", host, "-p", "" + port, "-U", "0");
        return new MemcachedServer(new Server(host, port), newFolder("memcached"), listening, options);
    }

    private static MemcachedServer started(MemcachedServer made) {
        made.start();
        return made;
    }

    @Override
    protected boolean answers() throws IOException {
        server.connect(1000).close();
        return true;
    }

    String location() {
        return address();
    }

    @Override
    public String address() {
        return server.toString();
    }
}

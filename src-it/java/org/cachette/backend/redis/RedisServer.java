package org.cachette.backend.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cachette.backend.LocalServer;
import org.cachette.backend.ServerProcess;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** A redis-server, or a sentinel, of its own on a free port of the loopback address. */
public final class RedisServer extends LocalServer {

    private static final String IPV4 = "127.0.0.1";

    private final Server server;
    private final boolean encrypted;

    private RedisServer(Server server, boolean encrypted, Path folder, String... options) {
        super(folder, command(server, encrypted, folder, options));
        this.server = server;
        this.encrypted = encrypted;
    }

    private static RedisServer on(String host, boolean encrypted, String... options) {
        return new RedisServer(new Server(host, ServerProcess.freePort()), encrypted, newFolder("redis"), options);
    }

    private static List<String> command(Server server, boolean encrypted, Path folder, String... options) {
        List<String> command = new ArrayList<>(List.of(ServerProcess.program("redis-server", "redis-server")));
        if (options.length > 0 && options[0].startsWith("sentinel")) {
            command.addAll(List.of(sentinelFile(server, folder, options).toString(), "--sentinel"));
            return command;
        }
        command.addAll(List.of(encrypted ? "--tls-port" : "--port", "" + server.port(), "--bind", server.host()));
        command.addAll(List.of("--dir", folder.toString()));
        command.addAll(List.of("--save", "", "--appendonly", "no", "--repl-diskless-sync-delay", "0"));
        command.addAll(List.of(options));
        if (encrypted) {
            command.addAll(List.of("--port", "0"));
        }
        return command;
    }

    private static Path sentinelFile(Server server, Path folder, String... options) {
        String head = "port " + server.port() + "\nbind " + server.host() + "\n";
        try {
            return Files.writeString(folder.resolve("sentinel.conf"), head + String.join("\n", options) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RedisServer notStarted(String... options) {
        return on(IPV4, false, options);
    }

    public static RedisServer started(String... options) {
        return started(notStarted(options));
    }

    static RedisServer onIpv6() {
        return started(on(ServerProcess.ipv6Loopback(), false));
    }

    /** Not started; speaks TLS only. */
    static RedisServer encrypted(String... options) {
        return on(IPV4, true, options);
    }

    private static RedisServer started(RedisServer made) {
        made.start();
        return made;
    }

    @Override
    protected boolean answers() throws IOException {
        if (encrypted) {
            new Socket(InetAddress.getLoopbackAddress(), port()).close();
            return true;
        }
        try (Jedis jedis = client()) {
            jedis.ping();
        } catch (JedisDataException e) {
            return !String.valueOf(e.getMessage()).contains("LOADING"); // it may want a password
        }
        return true;
    }

    /** Not ours, and without a pool. */
    public Jedis client() {
        return new Jedis(server.host(), server.port());
    }

    int port() {
        return server.port();
    }

    @Override
    public String address() {
        return server.toString();
    }

    /** Makes the lives of all entries shorter, as if so much time had passed. */
    public void passTime(Duration duration) {
        try (Jedis jedis = client()) {
            for (String key : jedis.keys("*")) {
                long life = jedis.pttl(key);
                if (life >= 0) {
                    jedis.pexpire(key, life - duration.toMillis());
                }
            }
        }
    }
}

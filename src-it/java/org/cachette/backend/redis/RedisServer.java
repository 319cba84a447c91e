package org.cachette.backend.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cachette.backend.ServerProcess;
import org.cachette.backend.StoreServer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** A redis-server, or a sentinel, of its own on a free port of the loopback address. */
public final class RedisServer implements StoreServer {

    private static final String IPV4 = "127.0.0.1";

    private final int port = ServerProcess.freePort();
    private final String host;
    private final boolean encrypted;
    private final Path folder;
    private final ServerProcess process;

    private RedisServer(String host, boolean encrypted, String... options) {
        this.host = host;
        this.encrypted = encrypted;
        try {
            folder = Files.createTempDirectory("redis");
            List<String> command = new ArrayList<>(List.of(ServerProcess.program("redis-server", "redis-server")));
            boolean sentinel = options.length > 0 && options[0].startsWith("sentinel");
            if (sentinel) {
                Path file = folder.resolve("sentinel.conf");
                Files.writeString(file, "port " + port + "\nbind 127.0.0.1\n" + String.join("\n", options) + "\n");
                command.addAll(List.of(file.toString(), "--sentinel"));
            } else {
                command.addAll(List.of(
                        encrypted ? "--tls-port" : "--port",
                        "" + port,
                        "--bind",
                        host,
                        "--dir",
                        folder.toString()));
                command.addAll(List.of("--save", "", "--appendonly", "no", "--repl-diskless-sync-delay", "0"));
                command.addAll(List.of(options));
                if (encrypted) {
                    command.addAll(List.of("--port", "0"));
                }
            }
            process = new ServerProcess(command, this::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RedisServer notStarted(String... options) {
        return new RedisServer(IPV4, false, options);
    }

    public static RedisServer started(String... options) {
        RedisServer server = new RedisServer(IPV4, false, options);
        server.start();
        return server;
    }

    static RedisServer onIpv6() {
        RedisServer server = new RedisServer(ServerProcess.ipv6Loopback(), false);
        server.start();
        return server;
    }

    /** Not started; speaks TLS only. */
    static RedisServer encrypted(String... options) {
        return new RedisServer(IPV4, true, options);
    }

    private boolean answers() throws IOException {
        if (encrypted) {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
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
        return new Jedis(host, port);
    }

    int port() {
        return port;
    }

    @Override
    public String address() {
        return new Server(host, port).toString();
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
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

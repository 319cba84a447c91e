package org.cachette.backend.redis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** One connection to a server, with its deadline. For one thread at a time. */
final class NodeConnection extends Connection {

    private final Server address;
    private final DeadlineSocket socket;
    private final int generation;
    private long lastUsed;

    private NodeConnection(
            Server server,
            DeadlineSocket socket,
            @Nullable SSLSocketFactory tls,
            JedisClientConfig config,
            int generation) {
        super(new OneSocket(server, socket, tls), config);
        this.address = server;
        this.socket = socket;
        this.generation = generation;
    }

    /** Connected and let in. */
    static NodeConnection open(Server server, Access access, int generation, long deadline) throws IOException {
        DeadlineSocket socket = new DeadlineSocket(server.resolved(deadline), deadline);
        try {
            return new NodeConnection(server, socket, access.tls(), access.toJedis(), generation);
        } catch (RuntimeException | Error e) {
            socket.close();
            throw e;
        }
    }

    /** Sends commands; to be followed by {@link #replies}, of as many. */
    void begin(List<CommandArguments> commands, long deadline) {
        socket.deadline(deadline);
        for (CommandArguments command : commands) {
            sendCommand(command);
        }
        flush();
    }

    /** The replies in the order of the commands; errors are {@link ErrorReply} or a redirection. */
    List<@Nullable Object> replies(int count) {
        List<@Nullable Object> replies = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            replies.add(reply());
        }
        return replies;
    }

    private @Nullable Object reply() {
        try {
            return readProtocolWithCheckingBroken();
        } catch (JedisRedirectionException e) {
            return e;
        } catch (JedisDataException e) {
            return new ErrorReply(address, String.valueOf(e.getMessage()));
        }
    }

    /** True when the server answers on it. */
    boolean isAlive(long deadline) {
        socket.deadline(deadline);
        try {
            return ping();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** From now on it is read from for as long as it takes. */
    void waitForEver() {
        socket.deadline(System.nanoTime() + Long.MAX_VALUE / 2);
    }

    boolean isLate() {
        return socket.isLate();
    }

    int generation() {
        return generation;
    }

    long lastUsed() {
        return lastUsed;
    }

    void usedAt(long nanoTime) {
        lastUsed = nanoTime;
    }

    /** Without a word to the server, who may not listen. */
    void drop() {
        setBroken();
        try {
            socket.close();
        } catch (IOException e) {
            // closed as well as can be
        }
    }

    /** Jedis would connect again, without a deadline, what was closed. */
    private static final class OneSocket implements redis.clients.jedis.JedisSocketFactory {

        private final Server server;
        private final @Nullable SSLSocketFactory tls;
        private @Nullable DeadlineSocket socket;

        OneSocket(Server server, DeadlineSocket socket, @Nullable SSLSocketFactory tls) {
            this.server = server;
            this.socket = socket;
            this.tls = tls;
        }

        @Override
        public java.net.Socket createSocket() {
            DeadlineSocket plain = socket;
            socket = null;
            if (plain == null) {
                throw new redis.clients.jedis.exceptions.JedisConnectionException("the connection was closed");
            }
            return tls == null ? plain : encrypted(plain, tls);
        }

        private SSLSocket encrypted(DeadlineSocket plain, SSLSocketFactory factory) {
            try {
                SSLSocket encrypted = (SSLSocket) factory.createSocket(plain, server.host(), server.port(), true);
                SSLParameters parameters = encrypted.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate has to name the host
                encrypted.setSSLParameters(parameters);
                encrypted.startHandshake();
                return encrypted;
            } catch (IOException e) {
                throw new redis.clients.jedis.exceptions.JedisConnectionException(e.toString(), e);
            }
        }
    }
}

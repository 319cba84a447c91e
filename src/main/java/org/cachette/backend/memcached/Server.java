package org.cachette.backend.memcached;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a memcached listens.
 *
 * @param host a name, an address, or the path of a unix socket
 * @param port 0 for a unix socket
 */
record Server(String host, int port) {

    static final int DEFAULT_PORT = 11211;

    private boolean isUnix() {
        return port == 0;
    }

    /** A connection that is there; the name is looked up each time. Waits for each address no longer than given. */
    SocketChannel connect(int millis) throws IOException {
        if (isUnix()) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            return connected(channel, () -> channel.connect(UnixDomainSocketAddress.of(Path.of(host))));
        }
        IOException failure = null;
        for (InetAddress address : InetAddress.getAllByName(host)) {
            try {
                return connect(new InetSocketAddress(address, port), millis);
            } catch (IOException e) {
                failure = withEarlier(e, failure);
            }
        }
        throw failure == null ? new IOException("no address of " + host) : failure;
    }

    private static IOException withEarlier(IOException later, @Nullable IOException earlier) {
        if (earlier != null) {
            later.addSuppressed(earlier);
        }
        return later;
    }

    private static SocketChannel connect(SocketAddress address, int millis) throws IOException {
        SocketChannel channel = SocketChannel.open();
        return connected(channel, () -> {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            channel.socket().connect(address, millis);
        });
    }

    private static SocketChannel connected(SocketChannel channel, Connecting connecting) throws IOException {
        try {
            connecting.run();
            channel.configureBlocking(false);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private interface Connecting {
        void run() throws IOException;
    }

    /** As libmemcached names it on its ring: the default port is left out. */
    String ringName() {
        return isUnix() || port == DEFAULT_PORT ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        if (isUnix()) {
            return "unix:" + host;
        }
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}

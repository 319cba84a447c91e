package org.cachette.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands on whatever is said between clients and a server, and cuts connections in the middle of an answer. */
public final class CuttingProxy implements AutoCloseable {

    private static final String UNIX = "unix:";

    private final ServerSocketChannel listening;
    private final SocketAddress server;
    private final String address;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private long bytesLeft = Long.MAX_VALUE;

    /** In front of the server at that address, as {@code 127.0.0.1:6379}, or {@code unix:/path} for clients there. */
    public CuttingProxy(String serverAddress) {
        try {
            if (serverAddress.startsWith(UNIX)) {
                Path path = Path.of(serverAddress.substring(UNIX.length()));
                server = UnixDomainSocketAddress.of(path);
                Path beside = path.resolveSibling("cutting");
                listening =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(beside));
                address = UNIX + beside;
            } else {
                int colon = serverAddress.lastIndexOf(':');
                server = new InetSocketAddress(
                        serverAddress.substring(0, colon), Integer.parseInt(serverAddress.substring(colon + 1)));
                listening = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                address = "127.0.0.1:" + ((InetSocketAddress) listening.getLocalAddress()).getPort();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** For clients, of the same kind as the server's. */
    public String address() {
        return address;
    }

    /** Cuts all connections, also those opened later, after that many more bytes of answers. */
    public synchronized void cutAfter(long bytes) {
        bytesLeft = bytes;
    }

    /** Cuts no more. */
    public void heal() {
        cutAfter(Long.MAX_VALUE);
    }

    /** True when no answer gets through any more. */
    public synchronized boolean cuts() {
        return bytesLeft == 0;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = listening.accept();
                open.add(client);
                start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                SocketChannel behind = SocketChannel.open(server)) {
            open.add(behind);
            start(() -> handOnRequests(client, behind));
            handOnAnswers(behind, client);
        } catch (IOException e) {
            // one of the two has gone: both are closed
        }
    }

    private static void handOnRequests(SocketChannel client, SocketChannel behind) {
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        try (client;
                behind) {
            while (client.read(buffer) >= 0) {
                writeAll(behind, buffer.flip());
                buffer.clear();
            }
        } catch (IOException e) {
            // one of the two has gone: both are closed
        }
    }

    private void handOnAnswers(SocketChannel behind, SocketChannel client) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (behind.read(buffer) >= 0) {
            int length = buffer.flip().limit();
            int allowed = take(length);
            writeAll(client, buffer.limit(allowed));
            if (allowed < length) {
                return;
            }
            buffer.clear();
        }
    }

    private static void writeAll(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private synchronized int take(int length) {
        int allowed = (int) Math.min(bytesLeft, length);
        if (bytesLeft != Long.MAX_VALUE) {
            bytesLeft -= allowed;
        }
        return allowed;
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (SocketChannel socket : open) {
                socket.close();
            }
            if (address.startsWith(UNIX)) {
                Files.deleteIfExists(Path.of(address.substring(UNIX.length())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

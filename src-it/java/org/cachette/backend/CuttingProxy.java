package org.cachette.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands on whatever is said between clients and a server, and cuts connections in the middle of an answer. */
public final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private long bytesLeft = Long.MAX_VALUE;

    /** In front of the server at that address, as {@code 127.0.0.1:6379}. */
    public CuttingProxy(String address) {
        int colon = address.lastIndexOf(':');
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Host and port for clients. */
    public String address() {
        return "127.0.0.1:" + listening.getLocalPort();
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
                Socket client = listening.accept();
                open.add(client);
                start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(host, port)) {
            open.add(server);
            start(() -> handOnRequests(client, server));
            handOnAnswers(server, client);
        } catch (IOException e) {
            // one of the two has gone: both are closed
        }
    }

    private static void handOnRequests(Socket client, Socket server) {
        try (client;
                server) {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException e) {
            // one of the two has gone: both are closed
        }
    }

    private void handOnAnswers(Socket server, Socket client) throws IOException {
        byte[] buffer = new byte[8192];
        for (int length = server.getInputStream().read(buffer);
                length >= 0;
                length = server.getInputStream().read(buffer)) {
            int allowed = take(length);
            client.getOutputStream().write(buffer, 0, allowed);
            if (allowed < length) {
                return;
            }
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
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.cachette.samples.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An origin that answers with the very bytes that a test has written, by path, and records what it was sent. A new
 * connection for each request.
 */
final class ScriptedOrigin implements AutoCloseable {

    /** Writes an answer; the connection is closed after it. */
    @FunctionalInterface
    interface Script {
        void write(Recorded request, OutputStream client) throws Exception;
    }

    private final ServerSocket listener;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Recorded> requests = new CopyOnWriteArrayList<>();

    ScriptedOrigin() throws IOException {
        listener = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        Thread acceptor = new Thread(this::accept, "origin");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    void on(String path, Script script) {
        scripts.put(path, script);
    }

    /** @param answer one byte for each character */
    void on(String path, String answer) {
        on(path, (request, client) -> client.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** What was asked of that path, whatever the query, in order. */
    List<Recorded> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread thread = new Thread(() -> serve(socket), "origin's answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(20_000);
            Recorded request = Recorded.read(new BufferedInputStream(socket.getInputStream()));
            requests.add(request);
            scripts.getOrDefault(request.path(), (asked, client) -> client.write(NOT_FOUND))
                    .write(request, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (Exception e) {
            // The client has gone, which some tests want.
        }
    }

    private static final byte[] NOT_FOUND = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads up to and with the next line end, and gives the line without it; empty at the end. */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
    }

    /** The chunks up to the last one, without their framing; fails where there is no last one. */
    static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        while (true) {
            String length = line(in);
            if (length.isEmpty()) {
                throw new IOException("cut in the middle of chunks");
            }
            int size = Integer.parseInt(length, 16);
            content.write(in.readNBytes(size));
            line(in);
            if (size == 0) {
                return content.toByteArray();
            }
        }
    }
}

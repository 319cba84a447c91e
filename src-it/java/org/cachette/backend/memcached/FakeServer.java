package org.cachette.backend.memcached;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Answers each command line by what a test makes of it, and closes the connection after an answer that is not whole. */
final class FakeServer implements AutoCloseable {

    private final ServerSocket listening;
    private final UnaryOperator<String> answers;
    private final AtomicInteger connections = new AtomicInteger();

    /** Of answers to lines; characters are bytes. An answer that ends with "CUT" is the last one without these letters. */
    FakeServer(UnaryOperator<String> answers) {
        this.answers = answers;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "fake-memcached");
        thread.setDaemon(true);
        thread.start();
    }

    String location() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream()) {
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (line.startsWith("ms ")) {
                    in.readNBytes(Integer.parseInt(line.split(" ", -1)[2]) + 2);
                }
                String answer = answers.apply(line);
                boolean cut = answer.endsWith("CUT");
                String sent = cut ? answer.substring(0, answer.length() - 3) : answer;
                socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
                if (cut) {
                    return;
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** What a real server would give back of a line's key and opaque token. */
    static String tokens(String line) {
        String[] words = line.split(" ", -1);
        return " k" + words[1] + " " + words[words.length - 1];
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

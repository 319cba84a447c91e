package org.cachette.samples.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends requests as they are written. */
record Client(URI address) {

    /** The answer to a request without content; header lines as on the wire. */
    Recorded send(String method, String target, String... lines) {
        String own = unless("Host", "site.example", lines) + unless("Connection", "close", lines);
        String head = Stream.of(lines).map(line -> line + "\r\n").collect(Collectors.joining());
        return raw(method, method + " " + target + " HTTP/1.1\r\n" + own + head + "\r\n");
    }

    private static String unless(String name, String value, String... lines) {
        return Stream.of(lines).anyMatch(line -> line.startsWith(name + ":")) ? "" : name + ": " + value + "\r\n";
    }

    /** The same with content after the header, framed by the lines. */
    Recorded sendWith(String content, String method, String target, String... lines) {
        return raw(
                method,
                method + " " + target + " HTTP/1.1\r\nHost: site.example\r\nConnection: close\r\n"
                        + String.join("\r\n", lines) + "\r\n\r\n" + content);
    }

    /** Sends bytes, one for each character, and reads one answer. */
    Recorded raw(String method, String request) {
        try (Socket socket = open(request)) {
            return answer(method, new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.lines().findFirst().orElse(""), e);
        }
    }

    /** All that comes until the server closes. */
    String all(String request) {
        try (Socket socket = open(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Socket open(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", address.getPort());
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    private static byte[] content(Recorded head, InputStream in) throws IOException {
        if (head.value("Transfer-Encoding") != null) {
            return ScriptedOrigin.chunks(in);
        }
        String length = head.value("Content-Length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private static Recorded answer(String method, InputStream in) throws IOException {
        Recorded head = Recorded.head(in);
        if (method.equals("HEAD") || head.status() == 204 || head.status() == 304) {
            return new Recorded(head.start(), head.lines(), in.readAllBytes());
        }
        return new Recorded(head.start(), head.lines(), content(head, in));
    }
}

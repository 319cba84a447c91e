package org.cachette.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, for requests that no HTTP client would send. */
public final class RawClient {

    private static final int PATIENCE_MILLIS = 60_000;

    private RawClient() {}

    /**
     * Writes {@code request} and reads until the server closes: the request should say {@code Connection: close}.
     *
     * @param request the bytes, one for each character (ISO 8859-1); line ends are the caller's business
     * @return the answer's bytes, one for each character
     */
    public static String send(URI site, String request) {
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("raw request to " + site, e);
        }
    }
}

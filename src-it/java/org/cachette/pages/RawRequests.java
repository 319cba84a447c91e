package org.cachette.pages;

import java.net.URI;
import org.cachette.client.RawClient;

/** Requests with header fields that HTTP clients do not let one set. */
final class RawRequests {

    private RawRequests() {}

    /** The body of the answer to a GET with these header lines, of which {@code Host} must be one. */
    static String get(URI site, String path, String... lines) {
        String answer = answer(site, path, lines);
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    /** The whole answer, status line and headers included. */
    static String answer(URI site, String path, String... lines) {
        return RawClient.send(
                site, "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
    }
}

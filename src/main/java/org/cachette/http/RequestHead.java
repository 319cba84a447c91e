package org.cachette.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request without its content: what a cache decides by. The canonical constructor keeps the map by reference, so
 * that a live request is wrapped without copying; the caller sees to it that the map finds names without regard to
 * case and does not change while a decision is made. As safe for use by several threads as that map.
 *
 * @param method the method as sent; methods are case-sensitive (RFC 9110 section 9.1)
 * @param uri the target URI, absolute (RFC 9110 section 7.1)
 * @param headers the fields, each with its lines in order
 */
public record RequestHead(String method, URI uri, Map<String, List<String>> headers) {

    /** @throws NullPointerException if a part is missing */
    public RequestHead {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(headers, "headers");
    }

    /** A head with its own copy of the fields; names of any letter case. */
    public static RequestHead of(String method, URI uri, Map<String, ? extends List<String>> headers) {
        return new RequestHead(method, uri, Headers.unmodifiableCopy(headers));
    }

    /** The lines of a field in order; empty when the request does not have it. Fastest for a name in lower case. */
    public List<String> lines(String name) {
        List<String> lines = headers.get(name);
        return lines == null ? List.of() : lines;
    }

    /** The lines of a field joined by {@code ", "} (RFC 9110 section 5.3); empty when the request does not have it. */
    public Optional<String> field(String name) {
        return Headers.joined(lines(name));
    }

    /**
     * Whether the request comes with content: it has {@code Transfer-Encoding}, or a {@code Content-Length} other than
     * 0; one that is no number counts as content (RFC 9110 section 8.6, RFC 9112 section 6).
     */
    public boolean hasContent() {
        if (!lines("transfer-encoding").isEmpty()) {
            return true;
        }
        for (String length : lines("content-length")) {
            if (!isZero(length.trim())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the method is one that a cache of ours answers: {@code GET} or {@code HEAD}. */
    public boolean isGetOrHead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static boolean isZero(String length) {
        return !length.isEmpty() && length.chars().allMatch(c -> c == '0');
    }
}

package org.cachette.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A response without its content: what a cache decides by. The canonical constructor keeps the map by reference, so
 * that a live response is wrapped without copying; the caller sees to it that the map finds names without regard to
 * case and does not change while a decision is made. As safe for use by several threads as that map.
 *
 * @param status the status code (RFC 9110 section 15)
 * @param headers the fields, each with its lines in order
 */
public record ResponseHead(int status, Map<String, List<String>> headers) {

    /** @throws NullPointerException if the fields are missing */
    public ResponseHead {
        Objects.requireNonNull(headers, "headers");
    }

    /** A head with its own copy of the fields; names of any letter case. */
    public static ResponseHead of(int status, Map<String, ? extends List<String>> headers) {
        return new ResponseHead(status, Headers.unmodifiableCopy(headers));
    }

    /** The lines of a field in order; empty when the response does not have it. */
    public List<String> lines(String name) {
        return Headers.lines(headers, name);
    }

    /** The lines of a field joined by {@code ", "} (RFC 9110 section 5.3); empty when the response does not have it. */
    public Optional<String> field(String name) {
        return Headers.field(headers, name);
    }
}

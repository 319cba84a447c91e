package org.cachette.http;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request without its content: what a cache decides by. The canonical constructor keeps the map by reference, so
 * that a live request is wrapped without copying; the caller sees to it that the map finds names without regard to
 * case and does not change while a decision is made. As safe for use by several threads as that map.
 *
 * @param method the method as sent; methods are case-sensitive (RFC 9110 section 9.1)
 * @param uri the target URI, absolute (RFC 9110 section 7.1)
 * @param headers the fields, each with its lines in order
 * @param aspects what else tells requests apart, as far as keys are concerned, under names that no field can have, such
 *     as {@link #CONTENT}
 */
public record RequestHead(String method, URI uri, Map<String, List<String>> headers, Map<String, String> aspects) {

    /** The aspect of what a {@code QUERY} asks: a digest of its content. */
    public static final String CONTENT = ":content";

    /** The aspect of the language that the application chose for the visitor. */
    public static final String LANGUAGE = ":language";

    /** The aspect of the time zone that the application chose for the visitor. */
    public static final String TIME_ZONE = ":time-zone";

    /** @throws NullPointerException if a part is missing */
    public RequestHead {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(aspects, "aspects");
    }

    /** A head without aspects. */
    public RequestHead(String method, URI uri, Map<String, List<String>> headers) {
        this(method, uri, headers, Map.of());
    }

    /** A head with its own copy of the fields; names of any letter case. */
    public static RequestHead of(String method, URI uri, Map<String, ? extends List<String>> headers) {
        return new RequestHead(method, uri, Headers.unmodifiableCopy(headers));
    }

    /** The same with another method. */
    public RequestHead withMethod(String other) {
        return new RequestHead(other, uri, headers, aspects);
    }

    /** The same with a copy of the fields of its own, which may change where they are. */
    public RequestHead withOwnHeaders() {
        return new RequestHead(method, uri, Headers.unmodifiableCopy(headers), aspects);
    }

    /** The same with one aspect more. */
    public RequestHead withAspect(String name, String value) {
        Map<String, String> more = new TreeMap<>(aspects);
        more.put(name, value);
        return new RequestHead(method, uri, headers, Collections.unmodifiableMap(more));
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

package org.cachette.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Asks whether a stored response is still right (RFC 9111 section 4.3.1). Safe for use by several threads. */
public final class ValidationRequest {

    private static final List<String> CONDITIONS =
            List.of("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range");

    private ValidationRequest() {}

    /**
     * The client's request with the entry's own conditions in place of the client's, and without a range: its answer
     * replaces or freshens the whole entry. Empty when the entry has no validator.
     */
    public static Optional<RequestHead> of(RequestHead client, StoredResponse stored) {
        return withConditions(client, Headers.copy(client.headers()), stored);
    }

    /**
     * A request that the cache makes by itself: method and URI of the one that it stands for, and of its fields only
     * those that chose the entry (RFC 9111 section 4.3.1). Without a validator it has no conditions.
     *
     * @param choosing names of request fields, in any case, that chose the entry: those of {@code Vary}, and others by
     *     which entries are kept apart
     */
    public static RequestHead ofOwn(RequestHead client, StoredResponse stored, Set<String> choosing) {
        Map<String, List<String>> chosen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : choosing) {
            List<String> lines = Headers.lines(client.headers(), name);
            if (!lines.isEmpty()) {
                chosen.put(name, lines);
            }
        }
        return withConditions(client, chosen, stored)
                .orElseGet(() -> RequestHead.of(client.method(), client.uri(), chosen));
    }

    /** Whether a stored response can be validated: it has an entity tag or a date of last modification. */
    public static boolean hasValidator(StoredResponse stored) {
        return hasValidator(stored.headers());
    }

    static boolean hasValidator(Map<String, List<String>> headers) {
        return tag(headers).isPresent() || modified(headers).isPresent();
    }

    private static Optional<RequestHead> withConditions(
            RequestHead client, Map<String, List<String>> headers, StoredResponse stored) {
        if (!hasValidator(stored)) {
            return Optional.empty();
        }
        CONDITIONS.forEach(headers::remove);
        tag(stored.headers()).ifPresent(tag -> headers.put("If-None-Match", List.of(tag.toString())));
        modified(stored.headers()).ifPresent(date -> headers.put("If-Modified-Since", List.of(date)));
        return Optional.of(RequestHead.of(client.method(), client.uri(), headers));
    }

    private static Optional<EntityTag> tag(Map<String, List<String>> headers) {
        return Headers.field(headers, "ETag").flatMap(EntityTag::parse);
    }

    private static Optional<String> modified(Map<String, List<String>> headers) {
        return Headers.field(headers, "Last-Modified")
                .filter(text -> HttpDates.parse(text).isPresent());
    }
}

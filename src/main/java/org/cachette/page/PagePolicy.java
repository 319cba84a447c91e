package org.cachette.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cachette.Timeout;
import org.cachette.http.RequestCookies;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.cachette.http.ValidationRequest;

/**
 * What applies to the pages of a method or URL.
 *
 * @param timeout how long the server keeps them; empty: as long as the response's own headers allow (RFC 9111), which
 *     then go out as they are
 * @param cache the name of the cache that keeps them
 * @param keyPrefix put before their keys
 * @param varying request fields by which the server chooses the representation; added to {@code Vary}
 * @param negotiated the same, where the server may choose or not: they keep entries apart, but are not added to
 *     {@code Vary}
 * @param keys what of a request's query and cookies is in their keys
 * @param groups of pages that they are in
 */
public record PagePolicy(
        Optional<Timeout> timeout,
        String cache,
        String keyPrefix,
        List<String> varying,
        List<String> negotiated,
        KeyPolicy keys,
        List<String> groups) {

    /** Longest lifetime told to clients and kept in entries: ten years, so that dates stay within four digits. */
    private static final Duration LONGEST = Duration.ofDays(3653);

    private static final Duration A_DAY = Duration.ofDays(1);

    public PagePolicy(Timeout timeout, String cache, String keyPrefix) {
        this(Optional.of(timeout), cache, keyPrefix, List.of(), List.of());
    }

    /** A policy for pages that are in no group. */
    public PagePolicy(
            Optional<Timeout> timeout,
            String cache,
            String keyPrefix,
            List<String> varying,
            List<String> negotiated,
            KeyPolicy keys) {
        this(timeout, cache, keyPrefix, varying, negotiated, keys, List.of());
    }

    /** A policy by which the whole of query and cookies counts. */
    public PagePolicy(
            Optional<Timeout> timeout, String cache, String keyPrefix, List<String> varying, List<String> negotiated) {
        this(timeout, cache, keyPrefix, varying, negotiated, KeyPolicy.WHOLE);
    }

    /** Where the pages are. */
    public PageRegion region() {
        return new PageRegion(cache, keyPrefix, keys.query());
    }

    /** Whether the response's own headers rule. */
    boolean isByOwnHeaders() {
        return timeout.isEmpty();
    }

    /** The longest that an entry is kept. */
    Duration lifetime() {
        Duration duration = timeout.map(Timeout::toDuration).orElse(LONGEST);
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }

    /** The least that an index is kept: where the response's own headers rule, one that is lost is only a miss. */
    Duration indexLifetime() {
        return isByOwnHeaders() ? A_DAY : lifetime();
    }

    /** A request of nobody for an entry: with the fields and cookies that chose it, and no others of the client's. */
    RequestHead refreshRequest(RequestHead client, PageLookup.Hit hit) {
        StoredResponse stored = hit.stored();
        Set<String> choosing = Variation.fields(hit.names());
        choosing.addAll(stored.vary().names());
        choosing.addAll(negotiated);
        choosing.add("Host");
        return ValidationRequest.ofOwn(
                withCookies(client, Variation.namedCookies(hit.names())), OwnValidators.only(stored), choosing);
    }

    private static RequestHead withCookies(RequestHead client, Set<String> names) {
        if (names.isEmpty()) {
            return client;
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(client.headers());
        String kept = RequestCookies.parse(client.lines("Cookie")).only(names);
        headers.remove("Cookie");
        if (!kept.isEmpty()) {
            headers.put("Cookie", List.of(kept));
        }
        return RequestHead.of(client.method(), client.uri(), headers);
    }
}

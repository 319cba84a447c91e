package org.cachette.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cachette.config.ReuseSettings;
import org.cachette.http.EffectiveControl;
import org.cachette.http.EntityTag;
import org.cachette.http.HttpDates;
import org.cachette.http.RequestHead;
import org.cachette.http.ResponseAge;
import org.cachette.http.ResponseHead;
import org.cachette.http.StoredFields;
import org.cachette.http.StoredResponse;

/** Makes stored responses of the answers of methods. Safe for use by several threads. */
final class NewResponses {

    private final List<String> targets;
    private final boolean withCost;
    private final boolean storeSetCookie;
    private final InstantSource clock;

    NewResponses(ReuseSettings settings, boolean storeSetCookie, InstantSource clock) {
        this.targets = settings.rules().targets();
        this.withCost = settings.earlyRefresh() > 0;
        this.storeSetCookie = storeSetCookie;
        this.clock = clock;
    }

    /** Whether these are all the bytes: as many as announced, and not those of a method that answers HEAD itself. */
    static boolean isWhole(RequestHead request, int status, Map<String, List<String>> headers, byte[] body) {
        List<String> announced = headers.getOrDefault("Content-Length", List.of());
        boolean bodiless = request.method().equals("HEAD") && body.length == 0 && status != 204;
        return !bodiless
                && (announced.isEmpty()
                        || headers.containsKey("Content-Encoding")
                        || announced.equals(List.of(Integer.toString(body.length))));
    }

    /** The headers of an answer that is whole, with its validators and its length. */
    Map<String, List<String>> completed(
            Map<String, List<String>> headers, int status, byte[] body, boolean byOwnHeaders) {
        Map<String, List<String>> full = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        full.putAll(headers);
        String now = HttpDates.format(clock.instant());
        // Not every server adds it, and Squid takes an answer without it for stale (RFC 9110 section 6.6.1).
        full.computeIfAbsent("Date", name -> List.of(now));
        if (!byOwnHeaders) {
            full.merge(
                    "Last-Modified",
                    List.of(now),
                    (given, unused) -> notAfter(full.getOrDefault("Date", given), given));
        }
        full.computeIfAbsent("ETag", name -> List.of(EntityTag.of(body).toString()));
        if (status != 204) {
            full.put("Content-Length", List.of(Integer.toString(body.length)));
        }
        return full;
    }

    /** What was modified later than it was sent has the time of the latter (RFC 9110 section 8.8.2.1). */
    private static List<String> notAfter(List<String> date, List<String> modified) {
        Optional<Instant> sent = HttpDates.parse(String.join(", ", date));
        return HttpDates.parse(String.join(", ", modified))
                        .filter(time -> sent.isPresent() && time.isAfter(sent.get()))
                        .isPresent()
                ? date
                : modified;
    }

    /** What the method says about its content: its own headers, and the entity tag and length that follow from the body. */
    static Map<String, List<String>> known(Map<String, List<String>> headers, Map<String, List<String>> completed) {
        Map<String, List<String>> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        known.putAll(completed);
        if (!headers.containsKey("Last-Modified")) {
            known.remove("Last-Modified");
        }
        return known;
    }

    /** The headers of an entry that newer ones were put into; where they rule, without those that they keep from others. */
    Map<String, List<String>> merged(Exchange exchange, Map<String, List<String>> headers) {
        return PageStore.isByOwnHeaders(exchange)
                ? StoredFields.of(headers, EffectiveControl.of(headers, targets))
                : headers;
    }

    /** The response as it is kept; where its own headers rule, with the age that it came with. */
    StoredResponse response(
            Exchange exchange,
            int status,
            Map<String, List<String>> headers,
            Map<String, List<String>> afterFilters,
            byte[] body,
            Duration lifetime) {
        Instant now = clock.instant();
        boolean own = PageStore.isByOwnHeaders(exchange);
        Map<String, List<String>> kept =
                KeptHeaders.of(headers, exchange.fromMethod(), afterFilters, storeSetCookie, own);
        Instant begun = Objects.requireNonNullElse(exchange.begun(), now);
        EarlyRefresh.note(kept, withCost ? Duration.between(begun, now) : Duration.ZERO);
        if (own) {
            kept = StoredFields.of(kept, EffectiveControl.of(headers, targets));
            long age = ResponseAge.initial(new ResponseHead(status, headers), begun, now)
                    .toSeconds();
            if (age > 0) {
                kept.put("Age", List.of(Long.toString(age)));
            }
        }
        return new StoredResponse(status, kept, body, now, now.plus(lifetime));
    }
}

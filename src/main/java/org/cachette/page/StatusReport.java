package org.cachette.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.config.StatusSettings;
import org.cachette.config.StatusSettings.Sent;
import org.cachette.http.CacheStatus;
import org.cachette.http.CacheStatus.Forward;
import org.cachette.http.RequestHead;
import org.cachette.http.Reuse;
import org.jspecify.annotations.Nullable;

/** Says in {@code Cache-Status} (RFC 9211) what became of a request, where that is switched on. */
final class StatusReport {

    private static final String FIELD = "Cache-Status";
    private static final String NAME = "Cachette";

    private static final String CREDENTIAL = "cachette-debug";

    private final StatusSettings settings;
    private final byte[] secret;

    StatusReport(StatusSettings settings) {
        this.settings = settings;
        this.secret = settings.secret().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether that client is told; in the same time whatever it names. */
    boolean isTold(Exchange exchange) {
        if (settings.sent() != Sent.DEBUG) {
            return settings.sent() == Sent.ALWAYS;
        }
        RequestHead request = exchange.request();
        List<String> named = request == null ? List.of() : request.lines(CREDENTIAL);
        return named.size() == 1 && MessageDigest.isEqual(named.get(0).getBytes(StandardCharsets.UTF_8), secret);
    }

    private CacheStatus keyed(CacheStatus status, Exchange exchange, String place) {
        PagePolicy policy = exchange.policy();
        return settings.key() && policy != null
                ? status.withKey(place.substring(policy.cache().length() + 1))
                : status;
    }

    /**
     * The lines of the field for an answer without running the method, after those of caches that it came through; empty
     * when switched off.
     */
    List<String> ofHit(Exchange exchange, PageLookup.Hit hit) {
        if (!isTold(exchange)) {
            return List.of();
        }
        Reuse reuse = hit.reuse();
        CacheStatus status =
                exchange.hasWaited() ? CacheStatus.forwarded(Forward.MISS).withCollapsed(true) : CacheStatus.hit();
        if (reuse.outcome() == Reuse.Outcome.REFUSE) {
            return CacheStatus.neither().withDetail(reuse.reason()).appendedTo(List.of(), NAME);
        }
        CacheStatus timed = keyed(status.withTtl(reuse.ttl()), exchange, hit.place());
        return (reuse.outcome() == Reuse.Outcome.FRESH ? timed : timed.withDetail(reuse.reason()))
                .appendedTo(hit.stored().lines(FIELD), NAME);
    }

    /** The lines of the field where the method ran, and the entry is the answer all the same; empty when switched off. */
    List<String> ofEntry(Exchange exchange, int methodStatus, boolean stored, String detail, Duration ttl) {
        return exchange.lookup() instanceof PageLookup.Miss miss && isTold(exchange)
                ? keyed(
                                CacheStatus.forwarded(miss.why())
                                        .withForwardStatus(methodStatus)
                                        .withTtl(ttl)
                                        .withStored(stored),
                                exchange,
                                miss.place())
                        .withDetail(detail)
                        .appendedTo(List.of(), NAME)
                : List.of();
    }

    /** The headers with the field for an answer that was made; as they are where nobody looked for an entry. */
    Map<String, List<String>> ofAnswer(
            Exchange exchange, boolean stored, String detail, Map<String, List<String>> headers) {
        CacheStatus status = isTold(exchange) ? status(exchange, stored, detail) : null;
        if (status == null) {
            return headers;
        }
        Map<String, List<String>> reported = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        reported.putAll(headers);
        reported.put(FIELD, status.appendedTo(headers.getOrDefault(FIELD, List.of()), NAME));
        return reported;
    }

    private @Nullable CacheStatus status(Exchange exchange, boolean stored, String detail) {
        PageLookup lookup = exchange.lookup();
        if (lookup instanceof PageLookup.Miss miss) {
            CacheStatus status = keyed(CacheStatus.forwarded(miss.why()).withStored(stored), exchange, miss.place());
            return (exchange.hasWaited() ? status.withCollapsed(false) : status).withDetail(detail);
        }
        return lookup instanceof PageLookup.Bypass bypass
                ? CacheStatus.forwarded(bypass.why()).withDetail(bypass.reason())
                : null;
    }
}

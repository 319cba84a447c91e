package org.cachette.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.http.CacheStatus;
import org.cachette.http.CacheStatus.Forward;
import org.cachette.http.Reuse;
import org.jspecify.annotations.Nullable;

/** Says in {@code Cache-Status} (RFC 9211) what became of a request, where that is switched on. */
final class StatusReport {

    private static final String FIELD = "Cache-Status";
    private static final String NAME = "Cachette";

    private final boolean on;

    StatusReport(boolean on) {
        this.on = on;
    }

    /**
     * The lines of the field for an answer without running the method, after those of caches that it came through; empty
     * when switched off.
     */
    List<String> ofHit(boolean waited, Reuse reuse, List<String> before) {
        if (!on) {
            return List.of();
        }
        CacheStatus status = waited ? CacheStatus.forwarded(Forward.MISS).withCollapsed(true) : CacheStatus.hit();
        if (reuse.outcome() == Reuse.Outcome.REFUSE) {
            return CacheStatus.neither().withDetail(reuse.reason()).appendedTo(List.of(), NAME);
        }
        CacheStatus timed = status.withTtl(reuse.ttl());
        return (reuse.outcome() == Reuse.Outcome.FRESH ? timed : timed.withDetail(reuse.reason()))
                .appendedTo(before, NAME);
    }

    /** The lines of the field where the method ran, and the entry is the answer all the same; empty when switched off. */
    List<String> ofEntry(Exchange exchange, int methodStatus, boolean stored, String detail, Duration ttl) {
        return on && exchange.lookup() instanceof PageLookup.Miss miss
                ? CacheStatus.forwarded(miss.why())
                        .withForwardStatus(methodStatus)
                        .withTtl(ttl)
                        .withStored(stored)
                        .withDetail(detail)
                        .appendedTo(List.of(), NAME)
                : List.of();
    }

    /** The headers with the field for an answer that was made; as they are where nobody looked for an entry. */
    Map<String, List<String>> ofAnswer(
            Exchange exchange, boolean stored, String detail, Map<String, List<String>> headers) {
        CacheStatus status = on ? status(exchange, stored, detail) : null;
        if (status == null) {
            return headers;
        }
        Map<String, List<String>> reported = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        reported.putAll(headers);
        reported.put(FIELD, status.appendedTo(headers.getOrDefault(FIELD, List.of()), NAME));
        return reported;
    }

    private static @Nullable CacheStatus status(Exchange exchange, boolean stored, String detail) {
        PageLookup lookup = exchange.lookup();
        if (lookup instanceof PageLookup.Miss miss) {
            CacheStatus status = CacheStatus.forwarded(miss.why()).withStored(stored);
            return (exchange.hasWaited() ? status.withCollapsed(false) : status).withDetail(detail);
        }
        return lookup instanceof PageLookup.Bypass bypass
                ? CacheStatus.forwarded(bypass.why()).withDetail(bypass.reason())
                : null;
    }
}

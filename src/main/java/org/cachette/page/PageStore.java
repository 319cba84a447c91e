package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cachette.http.CacheDirectives;
import org.cachette.http.EntityTag;
import org.cachette.http.Freshness;
import org.cachette.http.HeaderPatch;
import org.cachette.http.HttpDates;
import org.cachette.http.Preconditions;
import org.cachette.http.RequestHead;
import org.cachette.http.ResponseHead;
import org.cachette.http.Storability;
import org.cachette.http.Storability.Outcome;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;

/** Completes and stores responses after the method has run. Safe for use by several threads. */
public final class PageStore {

    private static final Logger LOG = System.getLogger("org.cachette.page");

    private static final Set<Integer> OF_ONE_REQUEST = Set.of(206, 304, 412, 416);

    private final PageEntries entries;
    private final Changes changes;
    private final StatusReport report;
    private final InstantSource clock;
    private final boolean storeSetCookie;
    private final int maxBody;

    /**
     * @param storeSetCookie whether responses that set a cookie may be stored
     * @param maxBody bytes of the longest body that is held and stored
     * @param reporting whether answers carry {@code Cache-Status}
     */
    public PageStore(PageCache pages, InstantSource clock, boolean storeSetCookie, int maxBody, boolean reporting) {
        this.entries = pages.entries();
        this.changes = pages.changes();
        this.report = new StatusReport(reporting);
        this.clock = clock;
        this.storeSetCookie = storeSetCookie;
        this.maxBody = maxBody;
    }

    /** The largest body that is held and stored, in bytes. */
    public int maxBody() {
        return maxBody;
    }

    /** The headers with all that was declared about the response. */
    public Map<String, List<String>> declare(Exchange exchange, int status, Map<String, List<String>> headers) {
        return exchange.declarations().patch(status, headers, clock.instant());
    }

    /** Whether a response with these headers may be stored, and why. */
    public Storability judge(Exchange exchange, int status, Map<String, List<String>> headers) {
        Storability verdict = verdict(exchange, new ResponseHead(status, headers));
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(
                    Level.DEBUG,
                    "{0} {1}: {2}, {3}",
                    PageCache.describe(exchange.request()),
                    status,
                    verdict.outcome(),
                    verdict.reason());
        }
        if (verdict.outcome() != Outcome.STORE) {
            exchange.landed(landing(status));
        }
        return verdict;
    }

    /** Errors, and answers to a condition or a range of one request, say nothing about the next answer. */
    private static Landing landing(int status) {
        return status >= 500 || OF_ONE_REQUEST.contains(status) ? Landing.FAILED : Landing.UNSHARED;
    }

    private Storability verdict(Exchange exchange, ResponseHead response) {
        RequestHead request = exchange.request();
        PagePolicy policy = exchange.policy();
        if (request == null || policy == null) {
            return leave("no page policy applies");
        }
        if (exchange.lookup() instanceof PageLookup.Bypass bypass) {
            return leave(bypass.reason());
        }
        if (exchange.declarations().forbidStoring()) {
            return leave("it was declared never to be stored");
        }
        Visitor now = exchange.visitorNow();
        if (!Objects.equals(now.user(), exchange.visitor().user())) {
            return leave("the visitor became another one while the method ran");
        }
        Instant time = clock.instant();
        Storability before = verdict(policy, request, response, exchange.visitor(), time);
        Storability verdict = before.outcome() == Outcome.LEAVE || now.equals(exchange.visitor())
                ? before
                : verdict(policy, request, response, now, time);
        return exchange.declarations()
                .expiresAt()
                .map(end -> withinParts(verdict, Duration.between(time, end)))
                .orElse(verdict);
    }

    /** A page is kept no longer than the first of its parts that ends. */
    private static Storability withinParts(Storability verdict, Duration left) {
        if (verdict.outcome() == Outcome.LEAVE || left.compareTo(verdict.lifetime()) >= 0) {
            return verdict;
        }
        return left.isNegative() || left.isZero()
                ? new Storability(Outcome.DESCRIBE, "a part of it is not kept", Duration.ZERO)
                : new Storability(verdict.outcome(), "no longer than a part of it", left);
    }

    private Storability verdict(
            PagePolicy policy, RequestHead request, ResponseHead response, Visitor visitor, Instant now) {
        return policy.isByOwnHeaders()
                ? Storability.ofOwnHeaders(request, response, visitor, storeSetCookie, now)
                : Storability.of(request, response, visitor, policy.lifetime(), storeSetCookie, now);
    }

    private static Storability leave(String reason) {
        return new Storability(Outcome.LEAVE, reason, Duration.ZERO);
    }

    /**
     * The headers with {@code Expires} and {@code max-age} as the verdict says, and no later than their own max-age; as
     * they are where they rule.
     */
    public Map<String, List<String>> describe(
            Exchange exchange, Storability verdict, Map<String, List<String>> headers) {
        return report.ofAnswer(exchange, false, verdict.reason(), dated(exchange, verdict, headers));
    }

    private Map<String, List<String>> dated(Exchange exchange, Storability verdict, Map<String, List<String>> headers) {
        if (verdict.outcome() == Outcome.LEAVE || isByOwnHeaders(exchange)) {
            return headers;
        }
        Duration life = verdict.lifetime();
        Duration clients = CacheDirectives.parse(headers.getOrDefault("Cache-Control", List.of()))
                .maxAge()
                .filter(maxAge -> maxAge.compareTo(life) < 0)
                .orElse(life);
        return HeaderPatch.responseHeaders(headers, clients, clock.instant());
    }

    /** What clients are told of the age and the rest of life of a stored response. */
    public Freshness freshness(Exchange exchange, StoredResponse stored) {
        return isByOwnHeaders(exchange)
                ? Freshness.ofOwnHeaders(stored, clock.instant())
                : Freshness.of(stored, clock.instant());
    }

    /** The lines of {@code Cache-Status} for a hit; empty where that is switched off. */
    public List<String> status(Exchange exchange, StoredResponse stored) {
        return report.ofHit(
                exchange.hasWaited(),
                Duration.between(clock.instant(), stored.expiresAt()),
                stored.headers().getOrDefault("Cache-Status", List.of()));
    }

    /** Whether the response's own headers rule, and go out as they are. */
    public static boolean isByOwnHeaders(Exchange exchange) {
        PagePolicy policy = exchange.policy();
        return policy != null && policy.isByOwnHeaders();
    }

    /** The headers of a response whose body passed the limit and is not stored. */
    public Map<String, List<String>> passed(Exchange exchange, int status, Map<String, List<String>> headers) {
        Map<String, List<String>> patched =
                declare(exchange, status, CodedContent.marked(headers, exchange.fromMethod()));
        exchange.landed(Landing.UNSHARED);
        LOG.log(Level.DEBUG, "{0}: not stored, larger than {1} bytes", PageCache.describe(exchange.request()), maxBody);
        return describe(exchange, judge(exchange, status, patched), patched);
    }

    /**
     * Completes a response whose body is whole: patches what was declared meanwhile, judges it again, stores it if it
     * may be, and answers the client's preconditions.
     *
     * @param headers as they stand now
     * @param afterFilters as they stood when the last response filter was done; what changed since belongs to the body
     * @param body as it goes out, content coding included
     */
    public Completion complete(
            Exchange exchange,
            int status,
            Map<String, List<String>> headers,
            Map<String, List<String>> afterFilters,
            byte[] body) {
        Map<String, List<String>> patched =
                declare(exchange, status, CodedContent.marked(headers, exchange.fromMethod()));
        Storability verdict = judge(exchange, status, patched);
        RequestHead request = exchange.request();
        if (verdict.outcome() != Outcome.STORE || request == null || !isWhole(request, status, headers, body)) {
            exchange.landed(Landing.UNSHARED);
            return new Completion(false, describe(exchange, verdict, patched));
        }
        Instant now = clock.instant();
        Map<String, List<String>> full = validated(dated(exchange, verdict, patched), status, body, now);
        boolean stored = store(
                exchange,
                request,
                KeptHeaders.of(full, exchange.fromMethod(), afterFilters, storeSetCookie, isByOwnHeaders(exchange)),
                status,
                body,
                verdict.lifetime(),
                now);
        exchange.landed(stored ? Landing.STORED : Landing.FAILED);
        return new Completion(
                Preconditions.evaluate(request, status, full).notModified(),
                report.ofAnswer(exchange, stored, verdict.reason(), full));
    }

    /** Whether these are all the bytes: as many as announced, and not those of a method that answers HEAD itself. */
    private static boolean isWhole(RequestHead request, int status, Map<String, List<String>> headers, byte[] body) {
        List<String> announced = headers.getOrDefault("Content-Length", List.of());
        boolean bodiless = request.method().equals("HEAD") && body.length == 0 && status != 204;
        return !bodiless
                && (announced.isEmpty()
                        || headers.containsKey("Content-Encoding")
                        || announced.equals(List.of(Integer.toString(body.length))));
    }

    private static Map<String, List<String>> validated(
            Map<String, List<String>> headers, int status, byte[] body, Instant now) {
        Map<String, List<String>> full = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        full.putAll(headers);
        // Not every server adds it, and Squid takes an answer without it for stale (RFC 9110 section 6.6.1).
        full.computeIfAbsent("Date", name -> List.of(HttpDates.format(now)));
        full.computeIfAbsent("Last-Modified", name -> List.of(HttpDates.format(now)));
        full.computeIfAbsent("ETag", name -> List.of(EntityTag.of(body).toString()));
        if (status != 204) {
            full.put("Content-Length", List.of(Integer.toString(body.length)));
        }
        return full;
    }

    /** True when nothing forbade it; a store that fails is not told here. */
    private boolean store(
            Exchange exchange,
            RequestHead request,
            Map<String, List<String>> kept,
            int status,
            byte[] body,
            Duration lifetime,
            Instant now) {
        PagePolicy policy = exchange.policy();
        StoredResponse response = new StoredResponse(status, kept, body, now, now.plus(lifetime));
        return policy != null
                && changes.storeUnlessChanged(
                        Changes.hash(request.uri()),
                        exchange.stamp(),
                        () -> entries.store(policy, request, exchange.visitor(), response, lifetime));
    }
}

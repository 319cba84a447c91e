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
import org.cachette.config.ReuseSettings;
import org.cachette.http.CacheDirectives;
import org.cachette.http.EffectiveControl;
import org.cachette.http.EntityTag;
import org.cachette.http.Freshness;
import org.cachette.http.HeaderPatch;
import org.cachette.http.HttpDates;
import org.cachette.http.Preconditions;
import org.cachette.http.RequestHead;
import org.cachette.http.ResponseAge;
import org.cachette.http.ResponseHead;
import org.cachette.http.Reuse;
import org.cachette.http.Storability;
import org.cachette.http.Storability.Outcome;
import org.cachette.http.StoredFields;
import org.cachette.http.StoredResponse;
import org.jspecify.annotations.Nullable;

/** Completes and stores responses after the method has run. Safe for use by several threads. */
public final class PageStore {

    private static final Logger LOG = System.getLogger("org.cachette.page");

    private static final Set<Integer> OF_ONE_REQUEST = Set.of(206, 304, 412, 416);

    private final PageEntries entries;
    private final PageGroups groups;
    private final Changes changes;
    private final ReuseSettings settings;
    private final PageVerdicts verdicts;
    private final StatusReport report;
    private final Revalidation revalidation;
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
        this.groups = pages.groups();
        this.changes = pages.changes();
        this.settings = pages.settings();
        this.verdicts = new PageVerdicts(settings, storeSetCookie, clock);
        this.report = new StatusReport(reporting);
        this.revalidation = new Revalidation(this, pages.use(), report, clock);
        this.clock = clock;
        this.storeSetCookie = storeSetCookie;
        this.maxBody = maxBody;
    }

    /** The largest body that is held and stored, in bytes. */
    public int maxBody() {
        return maxBody;
    }

    /** Errors, and answers to a condition or a range of one request, say nothing about the next answer. */
    private static Landing landing(int status) {
        return status >= 500 || OF_ONE_REQUEST.contains(status) ? Landing.FAILED : Landing.UNSHARED;
    }

    /** The headers with all that was declared about the response. */
    public Map<String, List<String>> declare(Exchange exchange, int status, Map<String, List<String>> headers) {
        return exchange.declarations().patch(status, headers, clock.instant());
    }

    /**
     * The headers for while the body is being written and held: less the {@code Vary} of named cookies, so that one
     * which is added meanwhile shows.
     */
    public Map<String, List<String>> hold(Exchange exchange, int status, Map<String, List<String>> headers) {
        return exchange.declarations().patchAllButCookies(status, headers, clock.instant());
    }

    /** Whether a response with these headers may be stored, and why. */
    public Storability judge(Exchange exchange, int status, Map<String, List<String>> headers) {
        Storability verdict = verdicts.on(exchange, new ResponseHead(status, headers));
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
    public List<String> status(Exchange exchange, PageLookup.Hit hit) {
        return report.ofHit(exchange.hasWaited(), hit.reuse(), hit.stored().lines("Cache-Status"));
    }

    /** Whether the response's own headers rule, and go out as they are. */
    public static boolean isByOwnHeaders(Exchange exchange) {
        PagePolicy policy = exchange.policy();
        return policy != null && policy.isByOwnHeaders();
    }

    /** The headers of a response whose body goes to the client before it is whole. */
    public Map<String, List<String>> passing(Exchange exchange, int status, Map<String, List<String>> headers) {
        Map<String, List<String>> patched =
                declare(exchange, status, CodedContent.marked(headers, exchange.fromMethod()));
        return describe(exchange, judge(exchange, status, patched), patched);
    }

    /** Notes that a body passed the limit, so that it is not stored. */
    public void tooLarge(Exchange exchange) {
        exchange.landed(Landing.UNSHARED);
        LOG.log(Level.DEBUG, "{0}: not stored, larger than {1} bytes", PageCache.describe(exchange.request()), maxBody);
    }

    /**
     * Completes a response whose body is whole: patches what was declared meanwhile, judges it again, stores it if it
     * may be, and answers the client's preconditions.
     *
     * @param headers as they stand now, without the {@code Vary} of named cookies: see {@link #hold}
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
        Map<String, List<String>> full =
                validated(dated(exchange, verdict, patched), status, body, isByOwnHeaders(exchange));
        StoredResponse response = response(exchange, status, full, afterFilters, body, verdict.lifetime());
        boolean stored = store(exchange, request, response, cookies(exchange, headers), OwnValidators.areIn(patched));
        return new Completion(
                Preconditions.evaluate(request, status, full).notModified(),
                report.ofAnswer(exchange, stored, verdict.reason(), full));
    }

    /**
     * What the client gets instead of the answer of a method that was asked whether an entry is still right, or that
     * failed; null when it gets that answer.
     *
     * @param headers with all that was declared
     * @param held the same without the {@code Vary} of named cookies: see {@link #hold}
     */
    public @Nullable Replacement replacement(
            Exchange exchange, int status, Map<String, List<String>> headers, Map<String, List<String>> held) {
        return revalidation.replacement(exchange, status, headers, held);
    }

    /** Whether the client has what this answer would give it; its own conditions were kept from the method. */
    public boolean isNotModified(Exchange exchange, int status, Map<String, List<String>> headers) {
        RequestHead request = exchange.request();
        return exchange.isValidating()
                && request != null
                && Preconditions.evaluate(request, status, headers).notModified();
    }

    /** Those on which the page depends, in place of the whole field: by its own word, or by settings whatever it says. */
    static Set<String> cookies(Exchange exchange, Map<String, List<String>> headers) {
        Set<String> bySettings = cookiesBySettings(exchange);
        return bySettings.isEmpty() ? exchange.declarations().cookies(headers) : bySettings;
    }

    /** Those on which the page depends whatever it says itself; none where settings name none. */
    static Set<String> cookiesBySettings(Exchange exchange) {
        PagePolicy policy = exchange.policy();
        return policy == null || policy.keys().cookies().isEmpty()
                ? Set.of()
                : exchange.declarations().cookies();
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

    private Map<String, List<String>> validated(
            Map<String, List<String>> headers, int status, byte[] body, boolean byOwnHeaders) {
        Map<String, List<String>> full = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        full.putAll(headers);
        String now = HttpDates.format(clock.instant());
        // Not every server adds it, and Squid takes an answer without it for stale (RFC 9110 section 6.6.1).
        full.computeIfAbsent("Date", name -> List.of(now));
        if (!byOwnHeaders) {
            full.computeIfAbsent("Last-Modified", name -> List.of(now));
        }
        full.computeIfAbsent("ETag", name -> List.of(EntityTag.of(body).toString()));
        if (status != 204) {
            full.put("Content-Length", List.of(Integer.toString(body.length)));
        }
        return full;
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
        boolean own = isByOwnHeaders(exchange);
        Map<String, List<String>> kept =
                KeptHeaders.of(headers, exchange.fromMethod(), afterFilters, storeSetCookie, own);
        if (own) {
            kept = StoredFields.of(
                    kept, EffectiveControl.of(headers, settings.rules().targets()));
            Instant begun = Objects.requireNonNullElse(exchange.begun(), now);
            long age = ResponseAge.initial(new ResponseHead(status, headers), begun, now)
                    .toSeconds();
            if (age > 0) {
                kept.put("Age", List.of(Long.toString(age)));
            }
        }
        return new StoredResponse(status, kept, body, now, now.plus(lifetime));
    }

    /**
     * Stores, and tells those who wait. True when nothing forbade it; a store that fails is not told here.
     *
     * @param cookies on which it depends, in place of the whole field; none: the whole
     * @param canBeValidated whether the method gave validators, so that the entry is of use when it is stale
     */
    boolean store(
            Exchange exchange,
            RequestHead request,
            StoredResponse response,
            Set<String> cookies,
            boolean canBeValidated) {
        PagePolicy policy = exchange.policy();
        Duration fresh = Duration.between(response.storedAt(), response.expiresAt());
        Duration stale = Reuse.usefulPastEnd(
                response, settings.rules(), canBeValidated ? settings.keptForValidation() : Duration.ZERO);
        String generation = exchange.generation();
        boolean stored = policy != null
                && generation != null
                && groups.note(
                        response,
                        Objects.requireNonNullElse(exchange.begun(), response.storedAt()),
                        policy.region(),
                        request.uri())
                && changes.storeUnlessChanged(
                        Changes.hash(request.uri()),
                        exchange.stamp(),
                        () -> entries.store(
                                policy, request, exchange.visitor(), response, cookies, fresh.plus(stale), generation));
        exchange.landed(stored ? Landing.STORED : Landing.FAILED);
        return stored;
    }

    /** Drops what is stored for that request, and lets nobody wait for it. */
    void drop(Exchange exchange, RequestHead request) {
        PagePolicy policy = exchange.policy();
        if (policy != null) {
            entries.delete(policy.region(), request.uri());
        }
        exchange.landed(Landing.FAILED);
    }
}

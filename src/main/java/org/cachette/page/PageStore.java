package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cachette.config.ReuseSettings;
import org.cachette.config.StatusSettings;
import org.cachette.http.CacheDirectives;
import org.cachette.http.Freshness;
import org.cachette.http.HeaderPatch;
import org.cachette.http.Preconditions;
import org.cachette.http.RequestHead;
import org.cachette.http.ResponseHead;
import org.cachette.http.Reuse;
import org.cachette.http.Storability;
import org.cachette.http.Storability.Outcome;
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
    private final NewResponses making;
    private final Revalidation revalidation;
    private final HeadAnswers heads;
    private final WrittenGroups written = new WrittenGroups();
    private final OutgoingFields outgoing;
    private final InstantSource clock;
    private final int maxBody;

    /**
     * @param storeSetCookie whether responses that set a cookie may be stored
     * @param maxBody bytes of the longest body that is held and stored
     * @param reporting whether answers carry {@code Cache-Status}
     */
    public PageStore(PageCache pages, InstantSource clock, boolean storeSetCookie, int maxBody, boolean reporting) {
        this(pages, clock, storeSetCookie, maxBody, reporting ? StatusSettings.ALWAYS : StatusSettings.NEVER);
    }

    /**
     * A store.
     *
     * @param storeSetCookie whether responses that set a cookie may be stored
     * @param maxBody bytes of the longest body that is held and stored
     * @param status who is told in {@code Cache-Status} what became of a request
     */
    public PageStore(PageCache pages, InstantSource clock, boolean storeSetCookie, int maxBody, StatusSettings status) {
        this.entries = pages.entries();
        this.groups = pages.groups();
        this.changes = pages.changes();
        this.settings = pages.settings();
        this.verdicts = new PageVerdicts(settings, storeSetCookie, clock);
        this.report = new StatusReport(status);
        this.making = new NewResponses(settings, storeSetCookie, clock);
        this.revalidation = new Revalidation(this, making, pages.use(), report, clock);
        this.outgoing = new OutgoingFields(settings);
        this.heads = new HeadAnswers(this, making, verdicts, entries, clock);
        this.clock = clock;
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

    /** Whether the answer goes out as it is, less what is withheld: the request passed by, and nobody declared anything. */
    public boolean leaves(Exchange exchange) {
        return exchange.lookup() instanceof PageLookup.Bypass
                && exchange.declarations().isEmpty()
                && !report.isTold(exchange);
    }

    /** The headers with all that was declared about the response. */
    public Map<String, List<String>> declare(Exchange exchange, int status, Map<String, List<String>> headers) {
        Map<String, List<String>> declared =
                written.in(exchange, exchange.declarations().patch(status, headers, clock.instant()));
        return exchange.policy() == null ? OutgoingFields.withLifetime(exchange, outgoing.without(declared)) : declared;
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
        Map<String, List<String>> dated = dated(exchange, verdict, headers);
        return report.ofAnswer(
                exchange,
                false,
                verdict.reason(),
                verdict.outcome() == Outcome.LEAVE ? outgoing.without(dated) : outgoing.of(exchange, dated));
    }

    private Map<String, List<String>> dated(Exchange exchange, Storability verdict, Map<String, List<String>> headers) {
        if (verdict.outcome() == Outcome.LEAVE || isByOwnHeaders(exchange)) {
            return OutgoingFields.withLifetime(exchange, headers);
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
        return report.ofHit(exchange, hit);
    }

    /** What is put on pages on their way out, and what stays here. */
    public OutgoingFields outgoing() {
        return outgoing;
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
        if (verdict.outcome() != Outcome.STORE
                || request == null
                || !NewResponses.isWhole(request, status, headers, body)) {
            exchange.landed(Landing.UNSHARED);
            heads.freshen(exchange, status, patched, afterFilters, PageCookies.of(exchange, headers));
            return new Completion(false, describe(exchange, verdict, patched));
        }
        Map<String, List<String>> full =
                making.completed(dated(exchange, verdict, patched), status, body, isByOwnHeaders(exchange));
        StoredResponse response = making.response(exchange, status, full, afterFilters, body, verdict.lifetime());
        Set<String> cookies = PageCookies.of(exchange, headers);
        boolean stored = heads.freshen(exchange, status, NewResponses.known(patched, full), afterFilters, cookies)
                || store(exchange, request, response, cookies, OwnValidators.areIn(patched));
        return new Completion(
                Preconditions.evaluate(request, status, full).notModified(),
                report.ofAnswer(exchange, stored, verdict.reason(), outgoing.of(exchange, full)));
    }

    /**
     * Takes notice of a response that is neither held nor stored.
     *
     * @param headers as the last response filter met them
     * @param declared with all that was declared
     */
    public void unheld(
            Exchange exchange, int status, Map<String, List<String>> headers, Map<String, List<String>> declared) {
        heads.freshen(exchange, status, declared, headers, PageCookies.of(exchange, headers));
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
                        request.uri(),
                        fresh.plus(stale))
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

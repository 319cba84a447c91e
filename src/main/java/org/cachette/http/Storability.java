package org.cachette.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a response that could be stored (RFC 9111 section 3). Immutable. Django:
 * {@code UpdateCacheMiddleware}.
 *
 * @param outcome whether to keep it, and whether its headers tell clients how long they may
 * @param reason a sentence that says why
 * @param lifetime how long: for the entry, and for {@link HeaderPatch#responseHeaders}; zero for {@code LEAVE}
 */
public record Storability(Outcome outcome, String reason, Duration lifetime) {

    /** What to do with a response. */
    public enum Outcome {
        /** Keep it, and patch {@code Expires} and {@code max-age}. */
        STORE,
        /** Do not keep it, but patch {@code Expires} and {@code max-age}. */
        DESCRIBE,
        /** Do not keep it, and send it as it is. */
        LEAVE
    }

    private static final Set<Integer> KEPT = Set.of(200, 203, 204, 300, 301, 308);
    private static final Set<Integer> KEPT_WITH_OWN_LIFETIME = Set.of(302, 307, 404, 405, 410, 414, 501);

    /**
     * The verdict for a page with a timeout, which beats the response's own headers; only a response that redirects
     * for now or is an error must say itself how long it is fresh, and is kept for the shorter of both times.
     *
     * @param timeout the page's timeout; zero or negative: keep nothing
     * @param storeSetCookie whether a response that sets a cookie may be stored, where it does not vary on Cookie
     */
    public static Storability of(
            RequestHead request,
            ResponseHead response,
            Visitor visitor,
            Duration timeout,
            boolean storeSetCookie,
            Instant now) {
        CacheDirectives directives = CacheDirectives.parse(response.lines("Cache-Control"));
        Optional<Storability> objection = objection(request, response, visitor, directives, storeSetCookie);
        if (objection.isPresent()) {
            return objection.get();
        }
        Duration lifetime = ExplicitLifetime.atLeastZero(timeout);
        if (response.status() == 304) {
            return new Storability(Outcome.DESCRIBE, "a 304 has nothing to store", lifetime);
        }
        if (KEPT_WITH_OWN_LIFETIME.contains(response.status())) {
            Duration own = ExplicitLifetime.left(response, directives, now).orElse(Duration.ZERO);
            if (own.isZero()) {
                return leave("a status of " + response.status() + " is stored only with a freshness of its own");
            }
            lifetime = own.compareTo(lifetime) < 0 ? own : lifetime;
        }
        return lifetime.isZero()
                ? new Storability(Outcome.DESCRIBE, "the timeout is zero", lifetime)
                : new Storability(Outcome.STORE, "nothing speaks against it", lifetime);
    }

    /**
     * The verdict where only the response's own headers count: stored as long as they say, without any patch; never
     * {@code DESCRIBE}.
     *
     * @param storeSetCookie whether a response that sets a cookie may be stored, where it does not vary on Cookie
     */
    public static Storability ofOwnHeaders(
            RequestHead request, ResponseHead response, Visitor visitor, boolean storeSetCookie, Instant now) {
        CacheDirectives directives = CacheDirectives.parse(response.lines("Cache-Control"));
        return objection(request, response, visitor, directives, storeSetCookie).orElseGet(() -> {
            Duration own = ExplicitLifetime.left(response, directives, now).orElse(Duration.ZERO);
            return own.isZero() || response.status() == 304
                    ? leave("the response has no freshness of its own")
                    : new Storability(Outcome.STORE, "its own headers allow it", own);
        });
    }

    /**
     * The verdict where only the response's own headers count, by rules that can be chosen; never {@code DESCRIBE}. The
     * lifetime is what is left of the freshness, zero for a response that is kept to be validated or used stale.
     *
     * @param requested when the request was sent, or the method was called
     * @param received when the response was there
     */
    public static Storability ofOwnHeaders(
            RequestHead request,
            ResponseHead response,
            Visitor visitor,
            StorageRules rules,
            Instant requested,
            Instant received) {
        return new StorageDecision(request, response, visitor, rules).verdict(requested, received);
    }

    private static Optional<Storability> objection(
            RequestHead request,
            ResponseHead response,
            Visitor visitor,
            CacheDirectives directives,
            boolean storeSetCookie) {
        VaryFields vary = VaryFields.parse(response.lines("Vary"));
        String reason = Objections.toRequest(request);
        if (reason == null && !isKnown(response.status())) {
            reason = "a status of " + response.status() + " is not stored";
        }
        if (reason == null) {
            reason = Objections.toResponse(response, directives, vary, storeSetCookie);
        }
        if (reason == null) {
            Sharing sharing = Sharing.of(request, visitor, directives, vary);
            reason = sharing.allowed() ? null : sharing.reason();
        }
        return reason == null ? Optional.empty() : Optional.of(leave(reason));
    }

    private static boolean isKnown(int status) {
        return status == 304 || KEPT.contains(status) || KEPT_WITH_OWN_LIFETIME.contains(status);
    }

    private static Storability leave(String reason) {
        return new Storability(Outcome.LEAVE, reason, Duration.ZERO);
    }
}

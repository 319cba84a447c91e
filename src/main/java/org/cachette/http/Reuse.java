package org.cachette.http;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether an entry may answer a request now (RFC 9111 section 4). Immutable. The entry's end is the end of its
 * freshness. Whether method, URI and Vary fields fit is for the key, and whether the visitor may see it for
 * {@link Sharing}.
 *
 * @param outcome what to do with the entry
 * @param reason a sentence that says why
 * @param ttl what is left of its lifetime, negative for a stale one; for {@code Cache-Status} too
 */
public record Reuse(Outcome outcome, String reason, Duration ttl) {

    /** What to do with an entry. */
    public enum Outcome {
        /** Answer from it. */
        FRESH,
        /** Answer from it, though it is stale. */
        STALE,
        /** Answer from it, though it is stale, and have a new response made meanwhile. */
        STALE_WHILE_REVALIDATE,
        /** Validate it, or make a new response where it has no validator. */
        VALIDATE,
        /** Make a new response. */
        UNUSABLE,
        /**
         * Answer 504: the client wants nothing but a stored response, and there is none to use; or there is no answer,
         * and the entry must not stand in.
         */
        REFUSE;

        /** Whether the entry is the answer. */
        public boolean isHit() {
            return this == FRESH || this == STALE || this == STALE_WHILE_REVALIDATE;
        }
    }

    /** The verdict for an entry that fits the request by its key. */
    public static Reuse of(StoredResponse stored, RequestHead request, ReuseRules rules, Instant now) {
        Reuse verdict = new ReuseDecision(stored, request, rules, now).verdict();
        return verdict.outcome.isHit() ? verdict : refusedOr(verdict, request, rules);
    }

    /** The verdict for a request without any entry: to be made, or refused. */
    public static Reuse ofNothing(RequestHead request, ReuseRules rules) {
        return refusedOr(new Reuse(Outcome.UNUSABLE, "there is no entry", Duration.ZERO), request, rules);
    }

    /**
     * Whether a stale entry may stand in for an error: an exception, a time-out, or a status for which
     * {@link #isFailure} holds. Otherwise the error goes through; {@code REFUSE} where a {@code must-revalidate} or its
     * like forbids the entry, so that an error which is no answer is a 504 (RFC 9111 section 5.2.2.2).
     */
    public static Reuse instead(StoredResponse stored, RequestHead request, ReuseRules rules, Instant now) {
        return new ReuseDecision(stored, request, rules, now).onError();
    }

    /** Whether a status says that a server failed, so that a stale response may stand in: 500, 502, 503, 504. */
    public static boolean isFailure(int status) {
        return Statuses.isFailure(status);
    }

    /**
     * How long past the end of its freshness an entry can still be of use.
     *
     * @param validatable for how long it is worth keeping for the sake of its validator, if it has one
     */
    public static Duration usefulPastEnd(StoredResponse stored, ReuseRules rules, Duration validatable) {
        StaleAllowance allowance = StaleAllowance.of(EffectiveControl.of(stored, rules.targets()), rules);
        Duration useful = longer(allowance.whileRevalidate(), allowance.ifError());
        return ValidationRequest.hasValidator(stored) ? longer(useful, validatable) : useful;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Reuse refusedOr(Reuse verdict, RequestHead request, ReuseRules rules) {
        return rules.requestDirectives() && RequestDirectives.of(request).onlyIfCached()
                ? new Reuse(Outcome.REFUSE, "the request says only-if-cached, and " + verdict.reason, verdict.ttl)
                : verdict;
    }
}

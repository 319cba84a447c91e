package org.cachette.http;

import java.time.Duration;
import java.time.Instant;
import org.cachette.http.Reuse.Outcome;
import org.jspecify.annotations.Nullable;

/** One look at one entry: the steps behind {@link Reuse}. */
final class ReuseDecision {

    private final StoredResponse stored;
    private final RequestHead request;
    private final ReuseRules rules;
    private final Instant now;
    private final EffectiveControl control;
    private final Duration ttl;

    ReuseDecision(StoredResponse stored, RequestHead request, ReuseRules rules, Instant now) {
        this.stored = stored;
        this.request = request;
        this.rules = rules;
        this.now = now;
        this.control = EffectiveControl.of(stored, rules.targets());
        this.ttl = Duration.between(now, stored.expiresAt());
    }

    Reuse verdict() {
        String unusable = unusable();
        if (unusable != null) {
            return verdict(Outcome.UNUSABLE, unusable);
        }
        if (control.mustBeValidated()) {
            return verdict(Outcome.VALIDATE, "the response says no-cache");
        }
        boolean fresh = ttl.compareTo(Duration.ZERO) > 0;
        String wish = rules.requestDirectives() ? unmetWish(RequestDirectives.of(request), fresh) : null;
        if (wish != null) {
            return verdict(Outcome.VALIDATE, wish);
        }
        return fresh ? verdict(Outcome.FRESH, "it is fresh") : stale();
    }

    Reuse onError() {
        String unusable = unusable();
        if (unusable != null) {
            return verdict(Outcome.UNUSABLE, unusable);
        }
        StaleAllowance allowance = StaleAllowance.of(control, rules);
        if (isWithin(allowance.ifError())) {
            return verdict(Outcome.STALE, "it may stand in for an error");
        }
        if (allowance.objection() != null) {
            return verdict(control.mustBeValidated() ? Outcome.VALIDATE : Outcome.REFUSE, allowance.objection());
        }
        boolean asked = rules.requestDirectives()
                && isWithin(RequestDirectives.of(request).staleIfError().orElse(Duration.ZERO));
        return asked
                ? verdict(Outcome.STALE, "the request lets it stand in for an error")
                : verdict(Outcome.VALIDATE, "it may not stand in for an error, or no longer");
    }

    private Reuse stale() {
        StaleAllowance allowance = StaleAllowance.of(control, rules);
        if (isWithin(allowance.whileRevalidate())) {
            return verdict(Outcome.STALE_WHILE_REVALIDATE, "it is stale, and may be used while a new one is made");
        }
        if (allowance.objection() != null) {
            return verdict(Outcome.VALIDATE, "it is stale, and " + allowance.objection());
        }
        boolean asked = rules.requestDirectives()
                && isWithin(RequestDirectives.of(request).maxStale().orElse(Duration.ZERO));
        return asked
                ? verdict(Outcome.STALE, "it is stale, and the request says max-stale")
                : verdict(Outcome.VALIDATE, "it is stale");
    }

    /** What the entry should never have been stored with; entries may come from elsewhere, or from other settings. */
    private @Nullable String unusable() {
        CacheDirectives directives = control.directives();
        if (stored.status() < 200 || stored.status() == 206 || stored.status() == 304) {
            return "a status of " + stored.status() + " is no whole response";
        }
        if (Statuses.isOfOneRequest(stored.status(), stored.vary())) {
            return "a status of " + stored.status() + " is about one request or one client";
        }
        if (directives.noStore() && !(directives.mustUnderstand() && Statuses.isUnderstood(stored.status()))) {
            return "the response says no-store";
        }
        if (control.isWhollyPrivate()) {
            return "the response says private";
        }
        return stored.vary().any() ? "the response varies on *" : null;
    }

    private @Nullable String unmetWish(RequestDirectives wishes, boolean fresh) {
        if (wishes.noCache()) {
            return "the request says no-cache";
        }
        boolean settled = fresh && control.directives().immutable();
        if (!settled && wishes.maxAge().filter(this::isOlderThan).isPresent()) {
            return "it is older than the max-age of the request";
        }
        boolean tooShort =
                wishes.minFresh().filter(least -> ttl.compareTo(least) < 0).isPresent();
        return tooShort ? "it is not fresh for the min-fresh of the request" : null;
    }

    /** Ages are cut to seconds: against 0 every entry counts as older. */
    private boolean isOlderThan(Duration most) {
        return most.isZero() || Freshness.ofOwnHeaders(stored, now).age().compareTo(most) > 0;
    }

    private boolean isWithin(Duration pastEnd) {
        return ttl.plus(pastEnd).compareTo(Duration.ZERO) > 0;
    }

    private Reuse verdict(Outcome outcome, String reason) {
        return new Reuse(outcome, reason, ttl);
    }
}

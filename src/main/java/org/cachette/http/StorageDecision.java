package org.cachette.http;

import java.time.Duration;
import java.time.Instant;
import org.cachette.http.Storability.Outcome;
import org.jspecify.annotations.Nullable;

/** One look at one response whose own headers rule: the steps behind {@link Storability} (RFC 9111 section 3). */
final class StorageDecision {

    private final RequestHead request;
    private final ResponseHead response;
    private final Visitor visitor;
    private final StorageRules rules;
    private final EffectiveControl control;
    private final CacheDirectives directives;
    private final VaryFields vary;

    StorageDecision(RequestHead request, ResponseHead response, Visitor visitor, StorageRules rules) {
        this.request = request;
        this.response = response;
        this.visitor = visitor;
        this.rules = rules;
        this.control = EffectiveControl.of(response.headers(), rules.targets());
        this.directives = control.directives();
        this.vary = VaryFields.parse(response.lines("Vary"));
    }

    Storability verdict(Instant requested, Instant received) {
        String objection = objection();
        if (objection != null) {
            return leave(objection);
        }
        FreshnessLifetime lifetime = FreshnessLifetime.of(response, control, rules.heuristic(), received);
        Duration left = ExplicitLifetime.atLeastZero(
                lifetime.lifetime().minus(ResponseAge.initial(response, requested, received)));
        boolean asked = lifetime.isExplicit() || directives.isPublic();
        if (!asked && !Statuses.isHeuristicallyCacheable(response.status())) {
            return leave("a status of " + response.status() + " is stored only with a freshness of its own");
        }
        if (!left.isZero()) {
            return new Storability(Outcome.STORE, "it is fresh by " + lifetime.source(), left);
        }
        if (rules.validating() && ValidationRequest.hasValidator(response.headers())) {
            return new Storability(Outcome.STORE, "it can be validated", Duration.ZERO);
        }
        return isUsefulStale()
                ? new Storability(Outcome.STORE, "it may be used stale", Duration.ZERO)
                : leave("the response has no freshness of its own");
    }

    private boolean isUsefulStale() {
        StaleAllowance allowance = StaleAllowance.of(control, ReuseRules.PLAIN);
        return rules.validating()
                && !(allowance.whileRevalidate().isZero() && allowance.ifError().isZero());
    }

    private @Nullable String objection() {
        String reason = Objections.toRequest(request);
        if (reason == null) {
            reason = toStatus(response.status());
        }
        if (reason == null) {
            reason = toDirectives();
        }
        if (reason == null) {
            reason = Objections.toRest(response, vary, rules.setCookie());
        }
        if (reason == null) {
            Sharing sharing = Sharing.of(request, visitor, directives, vary);
            reason = sharing.allowed() ? null : sharing.reason();
        }
        return reason;
    }

    private @Nullable String toStatus(int status) {
        if (status < 200) {
            return "it is not the final response";
        }
        if (status == 206 || status == 304) {
            return "a status of " + status + " is no whole response";
        }
        if (Statuses.isOfOneRequest(status, vary)) {
            return "a status of " + status + " is about one request or one client";
        }
        boolean understood = Statuses.isUnderstood(status);
        if (directives.mustUnderstand() && !understood) {
            return "the response says must-understand, and a status of " + status + " is not understood";
        }
        return understood || rules.unknownStatuses() ? null : "a status of " + status + " is not stored";
    }

    private @Nullable String toDirectives() {
        if (directives.noStore() && !(directives.mustUnderstand() && rules.understanding())) {
            return "the response says no-store";
        }
        if (rules.qualified() ? control.isWhollyPrivate() : directives.isPrivate()) {
            return "the response says private";
        }
        boolean noCache = rules.qualified() ? control.mustBeValidated() : directives.noCache();
        boolean validated = rules.validating() && ValidationRequest.hasValidator(response.headers());
        return noCache && !validated ? "the response says no-cache" : null;
    }

    private static Storability leave(String reason) {
        return new Storability(Outcome.LEAVE, reason, Duration.ZERO);
    }
}

package org.cachette.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cachette.config.ReuseSettings;
import org.cachette.http.EffectiveControl;
import org.cachette.http.RequestHead;
import org.cachette.http.ResponseHead;
import org.cachette.http.Storability;
import org.cachette.http.Storability.Outcome;
import org.cachette.http.Visitor;

/** Whether the answer of an exchange may be stored: by its policy, for its visitor. Safe for use by several threads. */
final class PageVerdicts {

    private final ReuseSettings settings;
    private final boolean storeSetCookie;
    private final InstantSource clock;

    PageVerdicts(ReuseSettings settings, boolean storeSetCookie, InstantSource clock) {
        this.settings = settings;
        this.storeSetCookie = storeSetCookie;
        this.clock = clock;
    }

    Storability on(Exchange exchange, ResponseHead response) {
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
        Instant begun = Objects.requireNonNullElse(exchange.begun(), time);
        boolean named = !exchange.declarations().cookies().isEmpty();
        Storability before =
                verdict(policy, request, response, Variation.known(exchange.visitor(), named), begun, time);
        Storability verdict = before.outcome() == Outcome.LEAVE || now.equals(exchange.visitor())
                ? before
                : verdict(policy, request, response, Variation.known(now, named), begun, time);
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
            PagePolicy policy,
            RequestHead request,
            ResponseHead response,
            Visitor visitor,
            Instant begun,
            Instant now) {
        return policy.isByOwnHeaders()
                ? Storability.ofOwnHeaders(request, response, visitor, settings.storage(storeSetCookie), begun, now)
                : Storability.of(request, ruled(response), visitor, policy.lifetime(), storeSetCookie, now);
    }

    /** With what a field for this cache alone says in place of what is for all (RFC 9213). */
    private ResponseHead ruled(ResponseHead response) {
        EffectiveControl control =
                EffectiveControl.of(response.headers(), settings.rules().targets());
        if (!control.isTargeted()) {
            return response;
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers());
        headers.remove("Expires");
        headers.put("Cache-Control", List.of(control.directives().toString()));
        return new ResponseHead(response.status(), headers);
    }

    private static Storability leave(String reason) {
        return new Storability(Outcome.LEAVE, reason, Duration.ZERO);
    }
}

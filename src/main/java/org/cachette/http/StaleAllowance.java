package org.cachette.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long past its lifetime a response may be used (RFC 9111 section 4.2.4, RFC 5861). {@code s-maxage} forbids it as
 * {@code proxy-revalidate} does, except for the times that stand in the same field: who writes both means both. One
 * that cannot be read forbids it whatever stands beside it.
 *
 * @param objection why the response may never be used stale by anybody else's wish; null when it may
 * @param whileRevalidate zero where it may not
 * @param ifError zero where it may not
 */
record StaleAllowance(@Nullable String objection, Duration whileRevalidate, Duration ifError) {

    static StaleAllowance of(EffectiveControl control, ReuseRules rules) {
        CacheDirectives directives = control.directives();
        String never = never(control);
        if (never != null) {
            return new StaleAllowance(never, Duration.ZERO, Duration.ZERO);
        }
        boolean shared = directives.sMaxAge().isPresent();
        return new StaleAllowance(
                shared ? "s-maxage forbids to use it stale" : null,
                own(directives.staleWhileRevalidate(), shared ? Duration.ZERO : rules.whileRevalidate()),
                own(directives.staleIfError(), shared ? Duration.ZERO : rules.ifError()));
    }

    private static @Nullable String never(EffectiveControl control) {
        CacheDirectives directives = control.directives();
        if (control.mustBeValidated()) {
            return "no-cache forbids to use it without validation";
        }
        if (directives.mustRevalidate()) {
            return "must-revalidate forbids to use it stale";
        }
        if (directives.extension("s-maxage").isPresent() && directives.sMaxAge().isEmpty()) {
            return "s-maxage cannot be read and forbids to use it stale";
        }
        return directives.proxyRevalidate() ? "proxy-revalidate forbids to use it stale" : null;
    }

    private static Duration own(Optional<Duration> own, Duration otherwise) {
        return own.orElse(otherwise);
    }
}

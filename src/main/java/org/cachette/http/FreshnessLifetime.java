package org.cachette.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a response is fresh, counted from its making, and by whose word (RFC 9111 section 4.2.1), for a shared
 * cache. Immutable.
 *
 * @param lifetime zero where there is none
 * @param source what it was taken from
 */
public record FreshnessLifetime(Duration lifetime, Source source) {

    /** What a lifetime was taken from. */
    public enum Source {
        /** {@code s-maxage}. */
        S_MAXAGE,
        /** {@code max-age}. */
        MAX_AGE,
        /** {@code Expires}, counted from {@code Date}. */
        EXPIRES,
        /** A guess by {@code Last-Modified}. */
        HEURISTIC,
        /** A lifetime that can't be read: stale at once. */
        UNREADABLE,
        /** Nothing says anything. */
        NONE
    }

    /**
     * The lifetime of a response.
     *
     * @param control the directives that rule
     * @param heuristic the guess for a response that says nothing itself; only for statuses that allow it, or public ones
     * @param received when the response was there, for one without {@code Date}
     */
    public static FreshnessLifetime of(
            ResponseHead response, EffectiveControl control, Heuristic heuristic, Instant received) {
        CacheDirectives directives = control.directives();
        if (directives.hasUnreadableFreshness()) {
            return new FreshnessLifetime(Duration.ZERO, Source.UNREADABLE);
        }
        Optional<FreshnessLifetime> explicit = directives
                .sMaxAge()
                .map(time -> new FreshnessLifetime(time, Source.S_MAXAGE))
                .or(() -> directives.maxAge().map(time -> new FreshnessLifetime(time, Source.MAX_AGE)));
        if (explicit.isEmpty() && !control.isTargeted()) {
            explicit = ExplicitLifetime.untilExpires(response, received)
                    .map(time -> new FreshnessLifetime(time, Source.EXPIRES));
        }
        return explicit.orElseGet(() -> guess(response, directives, heuristic, received));
    }

    /** Whether the response itself says how long it is fresh, readably. */
    public boolean isExplicit() {
        return source == Source.S_MAXAGE || source == Source.MAX_AGE || source == Source.EXPIRES;
    }

    private static FreshnessLifetime guess(
            ResponseHead response, CacheDirectives directives, Heuristic heuristic, Instant received) {
        boolean allowed = Statuses.isHeuristicallyCacheable(response.status()) || directives.isPublic();
        if (allowed && heuristic.percent() > 0) {
            Optional<Instant> modified = response.field("Last-Modified").flatMap(HttpDates::parse);
            if (modified.isPresent()) {
                Duration unchanged = Duration.between(modified.get(), ExplicitLifetime.date(response, received));
                return new FreshnessLifetime(heuristic.of(unchanged), Source.HEURISTIC);
            }
        }
        return new FreshnessLifetime(Duration.ZERO, Source.NONE);
    }
}

package org.cachette.http;

import java.time.Duration;
import java.util.List;

/**
 * What a cache was told about the use of its entries. Immutable.
 *
 * @param targets the names of the targeted fields that it obeys (RFC 9213), the first one first
 * @param requestDirectives whether it does what clients ask by {@code Cache-Control} and {@code Pragma}; at an origin
 *     this lets every client cause work
 * @param whileRevalidate for how long a stale response may be used while a new one is made, where the response itself
 *     does not say
 * @param ifError for how long a stale response may stand in for an error, where the response itself does not say
 */
public record ReuseRules(List<String> targets, boolean requestDirectives, Duration whileRevalidate, Duration ifError) {

    /** Only what the responses themselves say. */
    public static final ReuseRules PLAIN = new ReuseRules(List.of(), false, Duration.ZERO, Duration.ZERO);

    /** Keeps a copy of the list. */
    public ReuseRules {
        targets = List.copyOf(targets);
    }

    /** These rules for other targeted fields. */
    public ReuseRules withTargets(List<String> names) {
        return new ReuseRules(names, requestDirectives, whileRevalidate, ifError);
    }

    /** These rules, obeying clients or not. */
    public ReuseRules withRequestDirectives(boolean obeyed) {
        return new ReuseRules(targets, obeyed, whileRevalidate, ifError);
    }

    /** These rules with other times for stale responses. */
    public ReuseRules withStale(Duration duringRevalidation, Duration onError) {
        return new ReuseRules(targets, requestDirectives, duringRevalidation, onError);
    }
}

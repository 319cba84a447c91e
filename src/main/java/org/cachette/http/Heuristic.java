package org.cachette.http;

import java.time.Duration;

/**
 * A guess at how long a response is fresh that does not say so itself: a share of the time for which it had not
 * changed (RFC 9111 section 4.2.2). Immutable.
 *
 * @param percent the share of the time since {@code Last-Modified}; 0 for no guess at all
 * @param longest the most that is guessed
 */
public record Heuristic(int percent, Duration longest) {

    /** No guess. */
    public static final Heuristic OFF = new Heuristic(0, Duration.ZERO);

    /** What RFC 9111 suggests: 10 %, and here at most a day. */
    public static final Heuristic TENTH = new Heuristic(10, Duration.ofDays(1));

    /** @throws IllegalArgumentException if the share is not from 0 to 100, or the longest time is negative */
    public Heuristic {
        if (percent < 0 || percent > 100 || longest.isNegative()) {
            throw new IllegalArgumentException("A heuristic lifetime of " + percent + " % and at most " + longest
                    + ": expected 0 to 100 %, and no negative time");
        }
    }

    Duration of(Duration unchanged) {
        Duration guess = unchanged.isNegative()
                ? Duration.ZERO
                : unchanged.dividedBy(100).multipliedBy(percent);
        return guess.compareTo(longest) > 0 ? longest : guess;
    }
}

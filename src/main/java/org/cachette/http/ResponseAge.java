package org.cachette.http;

import java.time.Duration;
import java.time.Instant;

/** How old a response is when it arrives (RFC 9111 section 4.2.3). Safe for use by several threads. */
public final class ResponseAge {

    private ResponseAge() {}

    /**
     * The corrected initial age: the greater of the time since {@code Date} and {@code Age} with what passed since the
     * request. To be kept as the {@code Age} of the stored response, so that {@link Freshness#ofOwnHeaders} counts on
     * from it. An {@code Age} that is no number is ignored, of a list the first member counts.
     *
     * @param requested when the request was sent, or the method was called
     * @param received when the response was there; one before the request counts as at once
     */
    public static Duration initial(ResponseHead response, Instant requested, Instant received) {
        Duration apparent =
                ExplicitLifetime.atLeastZero(Duration.between(ExplicitLifetime.date(response, received), received));
        Duration delay = ExplicitLifetime.atLeastZero(Duration.between(requested, received));
        Duration corrected = ExplicitLifetime.ageField(response.lines("Age")).plus(delay);
        return corrected.compareTo(apparent) > 0 ? corrected : apparent;
    }
}

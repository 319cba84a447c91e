package org.cachette.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a response is fresh by its own word (RFC 9111 sections 4.2.1 and 4.2.3), for a shared cache. */
final class ExplicitLifetime {

    private ExplicitLifetime() {}

    /** What is left of the lifetime now, not negative; empty when the response says nothing, or nothing readable. */
    static Optional<Duration> left(ResponseHead response, CacheDirectives directives, Instant now) {
        if (directives.hasUnreadableFreshness()) {
            return Optional.empty();
        }
        Duration age = age(response, now);
        return declared(response, directives, now).map(lifetime -> atLeastZero(lifetime.minus(age)));
    }

    /** The current age of a response received now: the greater of its Age and the time since its Date. */
    static Duration age(ResponseHead response, Instant now) {
        Duration sinceDate = atLeastZero(Duration.between(date(response, now), now));
        Duration age = ageField(response.lines("Age"));
        return age.compareTo(sinceDate) > 0 ? age : sinceDate;
    }

    /** The Date of the response, of several the oldest; without one, when it was received (RFC 9110 section 6.6.1). */
    static Instant date(ResponseHead response, Instant received) {
        return dates(response, received).min(Instant::compareTo).orElse(received);
    }

    private static Stream<Instant> dates(ResponseHead response, Instant received) {
        return response.lines("Date").stream().flatMap(line -> HttpDates.parse(line, received).stream());
    }

    static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static Optional<Duration> declared(ResponseHead response, CacheDirectives directives, Instant now) {
        Optional<Duration> lifetime = directives.sMaxAge().or(directives::maxAge);
        return lifetime.isPresent() ? lifetime : untilExpires(response, now);
    }

    /**
     * From Date until Expires; of several lines the strictest count, and what is no date, such as 0, is past (RFC 9111
     * section 5.3).
     */
    static Optional<Duration> untilExpires(ResponseHead response, Instant received) {
        Instant date = dates(response, received).max(Instant::compareTo).orElse(received);
        return response.lines("Expires").stream()
                .map(line -> HttpDates.parse(line, received)
                        .map(until -> atLeastZero(Duration.between(date, until)))
                        .orElse(Duration.ZERO))
                .min(Duration::compareTo);
    }

    /** The first member, if it is a number of seconds; else zero (RFC 9111 section 5.1). */
    static Duration ageField(List<String> lines) {
        List<String> members = Tokens.members(lines);
        long seconds =
                members.isEmpty() ? -1 : Directive.of("age", members.get(0)).seconds();
        return Duration.ofSeconds(Math.max(0, seconds));
    }
}

package org.cachette.http;

import java.time.Duration;
import java.time.Instant;

/**
 * What a hit says about time (RFC 9111 section 4.2). Immutable.
 *
 * @param age the value of {@code Age}, in whole seconds
 * @param expires the value of {@code Expires}
 * @param date the value of {@code Date}
 */
public record Freshness(Duration age, Instant expires, Instant date) {

    /**
     * For a page that the server keeps by a timeout of its own: clients may keep it as long as its {@code max-age}
     * says, from now, but not past the end of the entry. Without {@code max-age}, the whole life of the entry counts.
     * Past that end the age goes on growing. A clock turned back never lengthens a life. Django: {@code FetchFromCacheMiddleware}.
     */
    public static Freshness of(StoredResponse stored, Instant now) {
        Duration life = ExplicitLifetime.atLeastZero(Duration.between(stored.storedAt(), stored.expiresAt()));
        Duration remaining = shorter(Duration.between(now, stored.expiresAt()), life);
        Duration maxAge = stored.directives().maxAge().orElse(shorter(life, Directive.LONGEST));
        Duration age = inSeconds(ExplicitLifetime.atLeastZero(maxAge.minus(remaining)));
        return new Freshness(age, now.plus(shorter(maxAge, remaining)), now.minus(age));
    }

    /**
     * For a page whose own headers rule: the true age, the stored {@code Date}, or the time of storing, and the stored
     * {@code Expires}, or the end of the entry.
     */
    public static Freshness ofOwnHeaders(StoredResponse stored, Instant now) {
        ResponseHead head = new ResponseHead(stored.status(), stored.headers());
        Duration resident = ExplicitLifetime.atLeastZero(Duration.between(stored.storedAt(), now));
        Duration age = inSeconds(ExplicitLifetime.age(head, stored.storedAt()).plus(resident));
        Instant expires = stored.field("Expires")
                .flatMap(text -> HttpDates.parse(text, stored.storedAt()))
                .orElse(stored.expiresAt());
        return new Freshness(age, expires, ExplicitLifetime.date(head, stored.storedAt()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration inSeconds(Duration duration) {
        return Duration.ofSeconds(duration.toSeconds());
    }
}

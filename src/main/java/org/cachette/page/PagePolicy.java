package org.cachette.page;

import java.time.Duration;
import java.util.List;
import org.cachette.Timeout;

/**
 * What applies to the pages of a method or URL.
 *
 * @param timeout how long the server keeps them
 * @param cache the name of the cache that keeps them
 * @param keyPrefix put before their keys
 * @param negotiated request fields by which the server chooses the representation without the response saying so; they
 *     keep entries apart, but are not added to {@code Vary}
 */
public record PagePolicy(Timeout timeout, String cache, String keyPrefix, List<String> negotiated) {

    /** Longest lifetime told to clients and kept in entries: ten years, so that dates stay within four digits. */
    private static final Duration LONGEST = Duration.ofDays(3653);

    public PagePolicy(Timeout timeout, String cache, String keyPrefix) {
        this(timeout, cache, keyPrefix, List.of());
    }

    Duration lifetime() {
        Duration duration = timeout.toDuration();
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}

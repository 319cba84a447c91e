package org.cachette.named;

import java.time.Duration;
import java.time.InstantSource;
import org.cachette.Timeout;
import org.cachette.backend.Entry;

/** Turns timeouts into instants. */
record Expiries(InstantSource clock) {

    /** Beyond this a value outlives everyone. */
    private static final long MAX_SECONDS = Long.MAX_VALUE / 4000;

    /** Milliseconds since the epoch; part of a millisecond counts as a whole one, so that no value is dead on arrival. */
    long of(Timeout timeout) {
        Duration duration = timeout.toDuration();
        if (timeout.equals(Timeout.FOREVER) || duration.getSeconds() > MAX_SECONDS) {
            return Entry.NEVER;
        }
        long part = duration.getNano() % 1_000_000 == 0 ? 0 : 1;
        return clock.millis() + duration.toMillis() + part;
    }
}

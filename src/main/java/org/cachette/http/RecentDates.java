package org.cachette.http;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Writes dates as {@link HttpDates#format} does, and remembers some of them: the hits of a busy site tell the same few
 * seconds over and over. Safe for use by several threads.
 */
public final class RecentDates {

    private static final int REMEMBERED = 256;

    private record Written(long second, String text) {}

    private final AtomicReferenceArray<Written> recent = new AtomicReferenceArray<>(REMEMBERED);

    /**
     * The date in the fixed-length form, {@code Sun, 06 Nov 1994 08:49:37 GMT}; fractions of a second are cut off.
     *
     * @throws IllegalArgumentException if the year has more than four digits or is negative
     */
    public String format(Instant instant) {
        long second = instant.getEpochSecond();
        int place = Math.floorMod(second, REMEMBERED);
        Written known = recent.getAcquire(place);
        if (known == null || known.second() != second) {
            known = new Written(second, HttpDates.format(instant));
            recent.setRelease(place, known);
        }
        return known.text();
    }
}

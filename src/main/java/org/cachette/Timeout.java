package org.cachette;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a value may be used: for ever, not at all, or for a duration. Where no timeout is given, the cache's own
 * applies. Immutable. Django: the argument {@code timeout}, where {@code None} is {@link #FOREVER} and 0 is
 * {@link #NONE}.
 */
public final class Timeout {

    /** The value never expires. */
    public static final Timeout FOREVER = new Timeout(Duration.ofSeconds(Long.MAX_VALUE), "forever");

    /** Do not keep the value; an existing entry goes. */
    public static final Timeout NONE = new Timeout(Duration.ZERO, "none");

    private final Duration duration;
    private final String text;

    private Timeout(Duration duration, String text) {
        this.duration = duration;
        this.text = text;
    }

    /** A timeout of that duration; zero or negative is {@link #NONE}. */
    public static Timeout of(Duration duration) {
        Objects.requireNonNull(duration, "duration");
        return duration.isNegative() || duration.isZero() ? NONE : new Timeout(duration, duration.toString());
    }

    /** A timeout of that many seconds; zero or negative is {@link #NONE}. */
    public static Timeout ofSeconds(long seconds) {
        return of(Duration.ofSeconds(seconds));
    }

    /** The duration; zero for {@link #NONE}, the longest possible for {@link #FOREVER}. */
    public Duration toDuration() {
        return duration;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timeout that && duration.equals(that.duration) && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return duration.hashCode();
    }

    /** {@code forever}, {@code none} or the ISO-8601 duration. */
    @Override
    public String toString() {
        return text;
    }
}

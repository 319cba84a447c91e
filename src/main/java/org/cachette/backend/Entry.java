package org.cachette.backend;

import java.util.Objects;

/**
 * A stored value with its expiry. Immutable if its value is.
 *
 * @param value the value in the form in which the backend keeps it
 * @param expiry the first millisecond since the epoch at which the entry is no more, or {@link #NEVER}
 */
public record Entry<V>(V value, long expiry) {

    /** The expiry of an entry that never expires. */
    public static final long NEVER = Long.MAX_VALUE;

    public Entry {
        Objects.requireNonNull(value, "value");
    }

    /** True when the entry is no more at that time, in milliseconds since the epoch. */
    public boolean isExpired(long now) {
        return expiry <= now;
    }
}

package org.cachette.backend.memcached;

import org.cachette.backend.Entry;

/**
 * The expiry of entries in memcached's own terms: whole seconds from now, or, beyond thirty days, since the epoch.
 * memcached counts time in ticks of a second, so what is to live for a second would often die at once: entries live
 * their timeout, and up to a second longer.
 */
final class Expiration {

    static final long FOR_EVER = 0;

    /** What memcached gives as the remaining life of an item without an end. */
    static final long NO_END = -1;

    private static final long LONGEST_RELATIVE = 60 * 60 * 24 * 30;

    private Expiration() {}

    /**
     * What to tell memcached.
     *
     * @param expiry the expiry of an entry
     * @param now the time by the clock of the expiry, in milliseconds
     * @param serverNow the time by the server's clock, in milliseconds
     */
    static long of(long expiry, long now, long serverNow) {
        return expiry == Entry.NEVER ? FOR_EVER : ofLife(seconds(expiry - now) + 1, serverNow);
    }

    private static long seconds(long millis) {
        return millis <= 0 ? 0 : (millis - 1) / 1000 + 1;
    }

    /** The same for a remaining life in seconds, as memcached gave it. */
    static long ofLife(long seconds, long serverNow) {
        if (seconds == NO_END) {
            return FOR_EVER;
        }
        return seconds <= LONGEST_RELATIVE
                ? Math.max(1, seconds)
                : Math.min(serverNow / 1000 + seconds, Integer.MAX_VALUE);
    }

    /** The expiry of an entry with that remaining life. */
    static long expiry(long seconds, long now) {
        return seconds == NO_END ? Entry.NEVER : now + Math.max(0, seconds - 1) * 1000;
    }
}

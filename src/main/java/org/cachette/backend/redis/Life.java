package org.cachette.backend.redis;

import org.cachette.backend.Entry;

/** How long an entry lives from now on, in milliseconds: Redis has its own clock, which need not be the caller's. */
final class Life {

    static final long ENDLESS = -1;

    /** Three thousand years; longer ones overflow in Redis. */
    private static final long LONGEST = 100_000_000_000_000L;

    private Life() {}

    static long of(long expiry, long now) {
        return expiry == Entry.NEVER || expiry - now > LONGEST ? ENDLESS : Math.max(1, expiry - now);
    }

    /** The expiry of an entry with that remaining life. */
    static long expiry(long life, long now) {
        return life == ENDLESS ? Entry.NEVER : now + life;
    }
}

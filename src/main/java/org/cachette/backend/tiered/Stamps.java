package org.cachette.backend.tiered;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Numbers that grow whenever a key may have changed; several keys share one. What is done with a key is done to the end
 * before the next. Safe for use by several threads.
 */
final class Stamps {

    private static final int STRIPES = 256;

    private final Stripe[] stripes = new Stripe[STRIPES];
    private final AtomicLong all = new AtomicLong();

    private static final class Stripe {
        private long number;
    }

    Stamps() {
        Arrays.setAll(stripes, i -> new Stripe());
    }

    private Stripe stripe(String fullKey) {
        int hash = fullKey.hashCode() * 0x9E3779B9;
        return stripes[hash >>> 24];
    }

    /** The key's stamp, as long as nothing changes it. */
    long of(String fullKey) {
        Stripe stripe = stripe(fullKey);
        synchronized (stripe) {
            return stripe.number + all.get();
        }
    }

    /** A new stamp for a key that may change from now on. */
    long next(String fullKey) {
        Stripe stripe = stripe(fullKey);
        synchronized (stripe) {
            stripe.number++;
            return stripe.number + all.get();
        }
    }

    /** New stamps for all keys. */
    void allNext() {
        all.incrementAndGet();
    }

    /** Does something for a key if its stamp is still that one. */
    void ifStill(String fullKey, long stamp, Runnable task) {
        Stripe stripe = stripe(fullKey);
        synchronized (stripe) {
            if (stripe.number + all.get() == stamp) {
                task.run();
            }
        }
    }

    /** Gives the key a new stamp and does something with whether it had that one until now. */
    void replace(String fullKey, long stamp, Consumer<Boolean> task) {
        Stripe stripe = stripe(fullKey);
        synchronized (stripe) {
            boolean still = stripe.number + all.get() == stamp;
            stripe.number++;
            task.accept(still);
        }
    }
}

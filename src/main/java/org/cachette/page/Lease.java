package org.cachette.page;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.cachette.Cache;
import org.cachette.Timeout;

/**
 * One at a time among all who share a store: who could add the entry acts and deletes it. One that vanished without
 * deleting it is waited for until the entry expires; one that was held up for half of that time must not act any more.
 * Safe for use by several threads.
 */
final class Lease {

    private static final long SECONDS = 10;
    private static final int MOST_FAILURES = 20;

    private final ReentrantLock ours = new ReentrantLock();

    /**
     * Acts, again if it gives false.
     *
     * @param action is told how to find out whether it may still act
     * @return false when the store does not work
     */
    boolean hold(Cache cache, String key, Predicate<BooleanSupplier> action) {
        ours.lock();
        try {
            int failures = 0;
            while (failures < MOST_FAILURES) {
                long begun = System.nanoTime();
                if (cache.add(key, "held", Timeout.ofSeconds(SECONDS))) {
                    try {
                        if (action.test(() -> System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS) / 2)) {
                            return true;
                        }
                    } finally {
                        cache.delete(key);
                    }
                    failures++;
                } else {
                    failures += cache.hasKey(key) ? 0 : 1;
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                }
            }
            return false;
        } finally {
            ours.unlock();
        }
    }
}

package org.cachette.backend.jcache;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.cache.CacheManager;

/** Where a provider's cache manager comes from. */
abstract class Origin {

    /** Starting a member of a cluster may take long: those who would wait for it go without the cache. */
    private static final long PATIENCE_MILLIS = 250;

    private final ReentrantLock lock = new ReentrantLock();

    /** The cache manager; for that user until it is released. */
    abstract CacheManager open(Connection user);

    /** Does nothing for who is no user. */
    abstract void release(Connection user);

    /** Runs while nobody else opens or closes. */
    final <T> T exclusively(Supplier<T> action) {
        if (!lock()) {
            throw new IllegalStateException("the JCache provider is still being opened by another thread");
        }
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Runs while nobody else opens or closes; not at all while that takes long. */
    final void exclusivelyIfFree(Runnable action) {
        if (lock()) {
            try {
                action.run();
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean lock() {
        boolean interrupted = Thread.interrupted();
        try {
            return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

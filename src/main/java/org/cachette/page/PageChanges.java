package org.cachette.page;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Keeps a page that was begun before an invalidation from being stored after it. A page notes the stamp of its URL before
 * it is looked up, and is stored while no invalidation can happen, if the stamp is still the same. URLs share stamps; where
 * two meet, a page is not stored, which is no harm. Of invalidations in other processes it knows nothing.
 *
 * <p>The upper half of a stamp counts what was stored, so that who missed a page can tell whether to look again.
 */
final class PageChanges {

    private static final int STRIPES = 256;
    private static final long ONE_STORED = 1L << 32;

    private final AtomicLongArray stamps = new AtomicLongArray(STRIPES);
    private final ReadWriteLock[] locks =
            Stream.generate(ReentrantReadWriteLock::new).limit(STRIPES).toArray(ReadWriteLock[]::new);

    /** To be taken before the page is looked up. */
    long stamp(URI uri) {
        return stamps.get(stripe(uri));
    }

    /** Stores, unless the page was invalidated since the stamp was taken. True when it was stored. */
    boolean storeUnlessChanged(URI uri, long stamp, Runnable store) {
        Lock lock = locks[stripe(uri)].readLock();
        lock.lock();
        try {
            if ((int) stamps.get(stripe(uri)) != (int) stamp) {
                return false;
            }
            store.run();
            stamps.addAndGet(stripe(uri), ONE_STORED);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether something was stored, or invalidated, since the stamp was taken: for this URL or one that shares it. */
    boolean hasChanged(URI uri, long stamp) {
        return stamps.get(stripe(uri)) != stamp;
    }

    /** To be told before the entries are deleted: waits for those that are being stored. */
    void changed(URI uri) {
        Lock lock = locks[stripe(uri)].writeLock();
        lock.lock();
        try {
            stamps.incrementAndGet(stripe(uri));
        } finally {
            lock.unlock();
        }
    }

    /** By path and query: the authority may be spelled in several ways. */
    private static int stripe(URI uri) {
        int hash = 31 * String.valueOf(uri.getRawPath()).hashCode()
                + String.valueOf(uri.getRawQuery()).hashCode();
        return Math.floorMod(hash ^ (hash >>> 16), STRIPES);
    }
}

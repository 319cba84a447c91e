package org.cachette.page;

import java.net.URI;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Keeps what was begun before an invalidation, a page or a fragment, from being stored after it. Its stamp is noted before
 * it is looked up, and it is stored while no invalidation can happen, if the stamp is still the same. What has the same
 * hash, or nearly so, shares a stamp; where two meet, one is not stored, which is no harm. Of invalidations in other
 * processes it knows nothing. Safe for use by several threads.
 *
 * <p>The upper half of a stamp counts what was stored, so that who missed can tell whether to look again.
 */
public final class Changes {

    private static final int STRIPES = 256;
    private static final long ONE_STORED = 1L << 32;

    private final AtomicLongArray stamps = new AtomicLongArray(STRIPES);
    private final AtomicIntegerArray open = new AtomicIntegerArray(STRIPES);
    private final ReadWriteLock[] locks =
            Stream.generate(ReentrantReadWriteLock::new).limit(STRIPES).toArray(ReadWriteLock[]::new);

    /** To be taken before the look-up. */
    public long stamp(int hash) {
        return stamps.get(stripe(hash));
    }

    /** Stores, unless there was or is about to be an invalidation since the stamp was taken. True when it was stored. */
    public boolean storeUnlessChanged(int hash, long stamp, Runnable store) {
        Lock lock = locks[stripe(hash)].readLock();
        lock.lock();
        try {
            if ((int) stamps.get(stripe(hash)) != (int) stamp || open.get(stripe(hash)) != 0) {
                return false;
            }
            store.run();
            stamps.addAndGet(stripe(hash), ONE_STORED);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether something was stored, or invalidated, since the stamp was taken: for this hash or one that shares its stamp. */
    boolean hasChanged(int hash, long stamp) {
        return stamps.get(stripe(hash)) != stamp;
    }

    /** To be told before the entries are deleted: waits for those that are being stored. */
    public void changed(int hash) {
        Lock lock = locks[stripe(hash)].writeLock();
        lock.lock();
        try {
            stamps.incrementAndGet(stripe(hash));
        } finally {
            lock.unlock();
        }
    }

    /** To be told before somebody changes the data, who may read it changed before others do: nothing is stored until then. */
    public void opened(int hash) {
        open.incrementAndGet(stripe(hash));
    }

    /** To be told, once, after the change is done or undone: what was begun meanwhile is not stored. */
    public void closed(int hash) {
        changed(hash);
        open.decrementAndGet(stripe(hash));
    }

    /** By path: the authority may be spelled in several ways, and not all of a query may count. */
    static int hash(URI uri) {
        return String.valueOf(uri.getRawPath()).hashCode();
    }

    private static int stripe(int hash) {
        return Math.floorMod(hash ^ (hash >>> 16), STRIPES);
    }
}

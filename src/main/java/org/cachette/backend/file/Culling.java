package org.cachette.backend.file;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes room in a full store, with Django's counts: expired entries go first, then those used least recently. The
 * victims of a large cull leave the index at once and the disk little by little, two with each later write, so that no
 * write pays for all of them.
 */
final class Culling {

    private static final System.Logger LOG = System.getLogger(Culling.class.getName());

    private static final int AT_ONCE = 500;
    private static final int PER_WRITE = 2;

    private final String message;
    private final Limits limits;
    private final EntryDirectory directory;
    private final EntryIndex index;
    private final KeyLocks locks;
    private final InstantSource clock;
    private final ReentrantLock culling = new ReentrantLock();
    private boolean told;

    /** The message is for the first cull. */
    Culling(
            String message,
            Limits limits,
            EntryDirectory directory,
            EntryIndex index,
            KeyLocks locks,
            InstantSource clock) {
        this.message = message;
        this.limits = limits;
        this.directory = directory;
        this.index = index;
        this.locks = locks;
        this.clock = clock;
    }

    /** Called before a write of an entry, without a lock. */
    void makeRoom() throws IOException {
        drop(PER_WRITE);
        if (index.size() < limits.maxEntries()) {
            return;
        }
        culling.lock();
        try {
            long size = index.size();
            if (size >= limits.maxEntries()) {
                cull(size);
            }
        } finally {
            culling.unlock();
        }
        drop(AT_ONCE);
    }

    private void cull(long size) {
        tellOnce();
        long count = limits.cullFrequency() == 0 ? size : Math.max(1, size / limits.cullFrequency());
        List<EntryIndex.Known> victims = index.coldest(count, clock.millis());
        for (EntryIndex.Known victim : victims) {
            index.doom(victim);
        }
    }

    private void drop(int most) throws IOException {
        for (int i = 0; i < most; i++) {
            Name name = index.nextDoomed();
            if (name == null) {
                return;
            }
            drop(name);
        }
    }

    /** What was written or read meanwhile is no victim any more; whoever holds the lock is writing it. */
    private void drop(Name name) throws IOException {
        locks.ifFreeHere(name, () -> {
            if (index.find(name) == null) {
                directory.delete(name);
            }
        });
    }

    private void tellOnce() {
        if (!told) {
            told = true;
            LOG.log(System.Logger.Level.INFO, message);
        }
    }
}

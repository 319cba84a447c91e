package org.cachette.backend.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lists the directory now and then, so that the index knows of entries that other processes, or this one before it was
 * last started, have written or deleted, and sweeps temporary files. It does so before the first write, and again after
 * as many writes as half the index has entries: a listing costs each write as much in a small cache as in a large one.
 * What is left of a long listing is done on a thread of its own, which ends with it.
 */
final class Survey {

    private static final System.Logger LOG = System.getLogger(Survey.class.getName());

    private static final int AT_ONCE = 4_000;
    private static final long LEAST_WRITES = 256;
    private static final long TEMPORARY_MILLIS = TimeUnit.MINUTES.toMillis(10);

    /** How far a listing has come. */
    private enum Progress {
        MORE,
        DONE,
        BROKEN_OFF
    }

    private final EntryDirectory directory;
    private final EntryIndex index;
    private final KeyLocks locks;
    private final InstantSource clock;
    private final AtomicLong writesUntilNext = new AtomicLong();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile boolean complete;
    private volatile boolean closed;

    Survey(EntryDirectory directory, EntryIndex index, KeyLocks locks, InstantSource clock) {
        this.directory = directory;
        this.index = index;
        this.locks = locks;
        this.clock = clock;
    }

    /** True when the whole directory was listed once, so that the index can be trusted. */
    boolean isComplete() {
        return complete;
    }

    /** Called before each write, without a lock. */
    void beforeWrite() throws IOException {
        if (writesUntilNext.decrementAndGet() < 0 && underWay.compareAndSet(false, true)) {
            closed = false;
            begin();
        }
    }

    /** Ends a listing that is under way; the next write begins another one. */
    void close() {
        closed = true;
        writesUntilNext.set(0);
    }

    private void begin() throws IOException {
        Listing listing = Listing.NOTHING;
        Progress progress = Progress.BROKEN_OFF;
        try {
            index.nextRound();
            listing = directory.list();
            progress = visit(listing, AT_ONCE);
        } finally {
            if (progress == Progress.MORE) {
                continueElsewhere(listing);
            } else {
                end(listing, progress);
            }
        }
    }

    private void continueElsewhere(Listing listing) {
        Thread thread = new Thread(() -> finish(listing), "cachette-file-survey");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    private void finish(Listing listing) {
        Progress progress = Progress.BROKEN_OFF;
        try {
            progress = visit(listing, Long.MAX_VALUE);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the listing of " + directory.root() + " broke off", e);
        } finally {
            end(listing, progress);
        }
    }

    /** After one that broke off, the next write begins another one. */
    private void end(Listing listing, Progress progress) {
        try {
            listing.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the listing of " + directory.root() + " does not close", e);
        } finally {
            if (progress == Progress.DONE) {
                writesUntilNext.set(Math.max(LEAST_WRITES, index.size() / 2));
                complete = true;
            }
            underWay.set(false);
        }
    }

    private Progress visit(Listing listing, long most) throws IOException {
        for (long i = 0; i < most; i++) {
            if (closed) {
                return Progress.BROKEN_OFF;
            }
            Path path = listing.next();
            if (path == null) {
                forgetUnseen();
                return Progress.DONE;
            }
            visit(path);
        }
        return Progress.MORE;
    }

    private void visit(Path path) throws IOException {
        Name name = Name.parse(path.getFileName().toString());
        if (name == null) {
            sweep(path);
        } else if (!index.seen(name)) {
            meet(name);
        }
    }

    private void sweep(Path path) {
        try {
            EntryDirectory.sweep(path, clock.millis() - TEMPORARY_MILLIS);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a temporary file stays", e);
        }
    }

    /** Whoever holds the lock is writing or deleting the entry, and lets the index know. */
    private void meet(Name name) throws IOException {
        locks.ifFreeHere(name, () -> {
            byte[] header = directory.read(name, EntryFormat.HEADER);
            if (header != null && EntryFormat.beginsAsOurs(header)) {
                index.met(name, EntryFormat.expiry(header), directory.lastUse(name));
            }
        });
    }

    /** A listing may overlook what is replaced meanwhile. */
    private void forgetUnseen() throws IOException {
        for (EntryIndex.Known known : index.unseen()) {
            if (directory.read(known.name(), 0) == null) {
                index.remove(known.name(), known.slot());
            }
        }
    }
}

package org.cachette.backend.file;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Who may write or delete a key: one thread of one process of this machine. Keys share 256 locks. Nobody waits longer
 * than the limit, not even for a process that was stopped in the middle of a write.
 */
final class KeyLocks {

    private static final System.Logger LOG = System.getLogger(KeyLocks.class.getName());

    private static final int STRIPES = 256;
    private static final long PAUSE_NANOS = 50_000;

    private final ReentrantLock[] threads =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);
    private final LockFile processes;
    private final long limitMillis;

    KeyLocks(LockFile processes, long limitMillis) {
        this.processes = processes;
        this.limitMillis = limitMillis;
    }

    /** Something to do under a lock. */
    interface Action {
        void run() throws IOException;
    }

    /** Keys of one stripe share a lock. */
    static int stripe(Name name) {
        return (int) name.low() & (STRIPES - 1);
    }

    /** Under the lock of a stripe, among threads and processes. */
    <T> T locked(int stripe, Access<T> access) throws IOException {
        long deadline = deadline();
        return lockedHere(stripe, deadline, () -> {
            FileLock process = waitFor(stripe, deadline);
            try {
                return access.run();
            } finally {
                release(process);
            }
        });
    }

    /** Among the threads of this process alone, so that no other process holds this up. */
    <T> T lockedHere(int stripe, Access<T> access) throws IOException {
        return lockedHere(stripe, deadline(), access);
    }

    private long deadline() {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }

    private <T> T lockedHere(int stripe, long deadline, Access<T> access) throws IOException {
        ReentrantLock thread = threads[stripe];
        if (!waitFor(thread, deadline)) {
            throw busy();
        }
        try {
            return access.run();
        } finally {
            thread.unlock();
        }
    }

    /** The same without waiting; does nothing when somebody has the lock. */
    void ifFree(Name name, Action action) throws IOException {
        ifFreeHere(name, () -> {
            FileLock process = processes.tryLock(stripe(name));
            if (process != null) {
                try {
                    action.run();
                } finally {
                    release(process);
                }
            }
        });
    }

    /** The same among the threads of this process alone. */
    void ifFreeHere(Name name, Action action) throws IOException {
        ReentrantLock thread = threads[stripe(name)];
        if (thread.tryLock()) {
            try {
                action.run();
            } finally {
                thread.unlock();
            }
        }
    }

    /** Where the file was closed or is gone, the lock has been given back. */
    private static void release(FileLock process) {
        try {
            process.release();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a lock was given back before", e);
        }
    }

    private static boolean waitFor(ReentrantLock thread, long deadline) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return thread.tryLock(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private FileLock waitFor(int stripe, long deadline) throws IOException {
        FileLock lock = processes.tryLock(stripe);
        while (lock == null) {
            if (deadline - System.nanoTime() < 0) {
                throw busy();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            lock = processes.tryLock(stripe);
        }
        return lock;
    }

    private IOException busy() {
        return new IOException(
                "another thread or process holds the lock on a key for more than " + limitMillis + " ms");
    }

    /** When nobody writes any more, or the limit has passed: it takes the locks among processes away from all threads. */
    void close() throws IOException {
        long deadline = deadline();
        List<ReentrantLock> held =
                Stream.of(threads).filter(thread -> waitFor(thread, deadline)).toList();
        try {
            processes.close();
        } finally {
            held.forEach(ReentrantLock::unlock);
        }
    }
}

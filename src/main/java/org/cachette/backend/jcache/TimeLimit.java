package org.cachette.backend.jcache;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers go when a provider does not answer in time: JCache itself knows no limit, and a provider may wait minutes
 * for another member. What a caller asked for is done on another thread, which goes on with it when the caller has gone.
 * A limit of zero is none, and then callers do it themselves, however long it takes.
 * Safe for use by several threads.
 */
final class TimeLimit {

    private static final int MOST = 256;
    private static final long IDLE_SECONDS = 5;

    private final String cache;
    private final Duration limit;
    private final @Nullable ClassLoader loader;
    private @Nullable ExecutorService threads;

    /** The name of the provider's cache, the limit, and the application's class loader, for which providers look. */
    TimeLimit(String cache, Duration limit, @Nullable ClassLoader loader) {
        this.cache = cache;
        this.limit = limit;
        this.loader = loader;
    }

    private synchronized ExecutorService threads() {
        ExecutorService open = threads;
        if (open == null) {
            open = new ThreadPoolExecutor(
                    0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
            threads = open;
        }
        return open;
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "cachette-jcache");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }

    /** Interrupts what nobody waits for any more. */
    synchronized void close() {
        ExecutorService open = threads;
        threads = null;
        if (open != null) {
            open.shutdownNow();
        }
    }

    /** Does it some time, whether it takes long or fails. */
    void begin(Runnable action) {
        execute(new FutureTask<>(action, true));
    }

    /** What the action gives or throws; an exception when it takes longer. An interrupt of the caller is left for later. */
    <T extends @Nullable Object> T within(Supplier<T> action) {
        return limit.isZero() ? action.get() : await(new FutureTask<>(action::get));
    }

    private <T extends @Nullable Object> T await(FutureTask<T> task) {
        execute(task);
        boolean interrupted = false;
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    return task.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            task.cancel(false);
            throw new IllegalStateException(
                    "the JCache cache \"" + cache + "\" gave no answer within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw thrown(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void execute(FutureTask<?> task) {
        try {
            threads().execute(task);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException(
                    "the JCache cache \"" + cache + "\" leaves " + MOST + " calls without an answer", e);
        }
    }

    private static RuntimeException thrown(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
    }
}

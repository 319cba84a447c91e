package org.cachette.named;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few daemon threads that are there only while there is something to do, so that nobody has to end them. While all of
 * them wait for stages, such as those of what they have asked for themselves, there are more.
 */
final class IdleThreads implements Executor {

    private static final int MOST = 64;
    private static final int MOST_WITH_WAITING = 1_024;

    private final AtomicInteger number = new AtomicInteger();
    private final ForkJoinPool pool;

    /** The threads see the classes that the thread that deploys sees. */
    IdleThreads() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        pool = new ForkJoinPool(
                MOST,
                owner -> named(ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(owner), loader),
                null,
                true,
                MOST,
                MOST_WITH_WAITING,
                1,
                full -> true,
                1,
                TimeUnit.SECONDS);
    }

    private ForkJoinWorkerThread named(ForkJoinWorkerThread thread, ClassLoader loader) {
        thread.setName("cachette-" + number.incrementAndGet());
        thread.setContextClassLoader(loader);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }
}

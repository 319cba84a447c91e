package org.cachette.named;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few daemon threads that are there only while there is something to do, so that nobody has to end them. */
final class IdleThreads implements Executor {

    private static final int MOST = 64;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor pool;

    /** The threads see the classes that the thread that deploys sees. */
    IdleThreads() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        pool = new ThreadPoolExecutor(MOST, MOST, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "cachette-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }
}

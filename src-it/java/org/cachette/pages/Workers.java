package org.cachette.pages;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.threadpool.GrizzlyExecutorService;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/** Grizzly's threads that may wait, with the number of tasks that they were given. */
final class Workers extends AbstractExecutorService {

    private final AtomicInteger tasks = new AtomicInteger();
    private final ExecutorService threads;

    Workers(ThreadPoolConfig config) {
        threads = GrizzlyExecutorService.createInstance(config);
    }

    AtomicInteger tasks() {
        return tasks;
    }

    @Override
    public void execute(Runnable task) {
        tasks.incrementAndGet();
        threads.execute(task);
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(time, unit);
    }
}

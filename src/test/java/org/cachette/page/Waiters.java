package org.cachette.page;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that do the same and come to wait. */
final class Waiters<T> {

    private final List<FutureTask<T>> tasks = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** As many threads; all of them wait for somebody when this returns. */
    static <T> Waiters<T> waiting(int count, Callable<T> action) {
        Waiters<T> waiters = started(count, action);
        waiters.awaitWaiting(count);
        return waiters;
    }

    static <T> Waiters<T> started(int count, Callable<T> action) {
        Waiters<T> waiters = new Waiters<>();
        for (int i = 0; i < count; i++) {
            FutureTask<T> task = new FutureTask<>(action);
            Thread thread = new Thread(task, "waiter-" + i);
            thread.setDaemon(true);
            waiters.tasks.add(task);
            waiters.threads.add(thread);
            thread.start();
        }
        return waiters;
    }

    /** Until that many wait, and no other thread is still busy. */
    void awaitWaiting(int count) {
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> threads.stream().filter(Thread::isAlive).count() == count
                        && threads.stream().filter(Thread::isAlive).allMatch(Waiters::isWaiting));
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }

    void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    /** What all have got, once all are done. */
    List<T> results() throws ExecutionException, InterruptedException, TimeoutException {
        List<T> results = new ArrayList<>();
        for (FutureTask<T> task : tasks) {
            results.add(task.get(30, TimeUnit.SECONDS));
        }
        return results;
    }

    /** What those have got who are done, of which there are that many. */
    List<T> results(int count) throws ExecutionException, InterruptedException {
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> tasks.stream().filter(FutureTask::isDone).count() == count);
        List<T> results = new ArrayList<>();
        for (FutureTask<T> task : tasks) {
            if (task.isDone()) {
                results.add(task.get());
            }
        }
        return results;
    }
}

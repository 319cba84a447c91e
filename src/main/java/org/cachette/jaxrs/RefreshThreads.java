package org.cachette.jaxrs;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Where pages are made anew in the background: on the server's own threads where it gives some, so that the
 * application's names and data sources are there, else on a few that end when nothing is to be done. Safe for use by
 * several threads.
 */
final class RefreshThreads {

    private static final String OF_THE_SERVER = "java:comp/DefaultManagedExecutorService";

    private final int most;
    private final AtomicInteger number = new AtomicInteger();
    private volatile @Nullable Executor found;

    RefreshThreads(int most) {
        this.most = most;
    }

    /**
     * Does it on another thread, with the classes that this one sees.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the server does not want it done
     */
    void execute(Runnable task) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        executor().execute(() -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                task.run();
            } finally {
                thread.setContextClassLoader(before);
            }
        });
    }

    /** Looked up on a request's thread, since the name is known there only. */
    private Executor executor() {
        Executor known = found;
        if (known == null) {
            Executor ofTheServer = ofTheServer();
            known = ofTheServer == null ? own() : ofTheServer;
            found = known;
        }
        return known;
    }

    @SuppressWarnings("BanJNDI") // a name of our own, in the server's own names
    private static @Nullable Executor ofTheServer() {
        try {
            return new InitialContext().lookup(OF_THE_SERVER) instanceof Executor executor ? executor : null;
        } catch (NamingException e) {
            return null;
        }
    }

    private Executor own() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(most, most, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "cachette-refresh-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}

package org.cachette.pages;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Who asks for which page at the same time, and how often its method ran. */
@ApplicationScoped
public class Crowd {

    /** So many requests have to be there before a leader answers, and so many methods have to run at once. */
    private static final int MANY = 100;

    private final ConcurrentMap<String, OfPage> pages = new ConcurrentHashMap<>();
    private final ExecutorService later = Executors.newCachedThreadPool();

    public OfPage of(String page) {
        return pages.computeIfAbsent(page, any -> new OfPage());
    }

    public ExecutorService later() {
        return later;
    }

    @PreDestroy
    void close() {
        later.shutdownNow();
    }

    /** The crowd around one page. */
    public static final class OfPage {

        private final AtomicInteger runs = new AtomicInteger();
        private final CountDownLatch arrived = new CountDownLatch(MANY);
        private final CountDownLatch running = new CountDownLatch(MANY);
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        int runs() {
            return runs.get();
        }

        int begin() {
            begun.countDown();
            return runs.incrementAndGet();
        }

        void awaitBegin() {
            await(begun);
        }

        void awaitArrivals() {
            await(arrived);
        }

        /** Whether many methods run at the same time as this one. */
        boolean isOneOfMany() {
            running.countDown();
            return await(running);
        }

        void hang() {
            await(released);
        }

        void release() {
            released.countDown();
        }

        private static boolean await(CountDownLatch latch) {
            try {
                return latch.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** Sees requests come. */
    @Provider
    @PreMatching
    public static class Door implements ContainerRequestFilter {

        @Inject
        Crowd crowd;

        @Override
        public void filter(ContainerRequestContext request) {
            crowd.of(request.getUriInfo().getRequestUri().getRawQuery()).arrived.countDown();
        }
    }
}

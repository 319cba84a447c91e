package org.cachette.page;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run of a method whose page others may wait for. Its exchange lands it, once; what is said later is not heard. Safe
 * for use by several threads.
 */
final class Flight {

    private final Flights flights;
    private final String key;
    private final int attempt;
    private final long due;
    private final AtomicBoolean landed = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private final CompletableFuture<Landing> told = new CompletableFuture<>();

    /**
     * @param attempt 1 for the first, 2 for the one that took over, 0 for one that nobody waits for
     * @param due when nobody waits any longer, by {@link System#nanoTime()}
     */
    Flight(Flights flights, String key, int attempt, long due) {
        this.flights = flights;
        this.key = key;
        this.attempt = attempt;
        this.due = due;
    }

    String key() {
        return key;
    }

    int attempt() {
        return attempt;
    }

    boolean isOverdue() {
        return due - System.nanoTime() <= 0;
    }

    /** Ends the flight, if nothing has. */
    void land(Landing landing) {
        if (landed.compareAndSet(false, true)) {
            flights.land(this, landing);
        }
    }

    /** Lets those go who wait. True when there are some. */
    boolean tell(Landing landing) {
        told.complete(landing);
        return waiting.get() > 0;
    }

    /** Waits until it is over; null when it is overdue, the deadline has come or the thread was interrupted. */
    @Nullable
    Landing await(long deadline) {
        waiting.incrementAndGet();
        try {
            long now = System.nanoTime();
            return told.get(Math.max(0, Math.min(deadline - now, due - now)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a flight is only ever told how it landed", impossible);
        } finally {
            waiting.decrementAndGet();
        }
    }
}

package org.cachette.page;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * One run per miss: the first who misses a page leads, who comes meanwhile waits until the page is stored and looks
 * again. Nobody is handed the leader's answer; a page is served by the same rules to those who waited as to all others.
 *
 * <p>A leader that fails, or has not ended after half of the longest wait, is followed by one of those who wait, once;
 * after that, or when an answer turns out to be for nobody else, each goes its own way, and the key is remembered so
 * that nobody queues for it again too soon. Knows threads and time, nothing of pages. Safe for use by several threads.
 */
final class Flights {

    /** Beyond that, flights that nobody ended are swept away, and nobody waits for what does not fit. */
    private static final int MOST = 4096;

    private static final int LAST_ATTEMPT = 2;

    private final ConcurrentMap<String, Flight> running = new ConcurrentHashMap<>();
    private final UnsharedKeys unshared;
    private final long longestWait;

    /** @param longestWait of one request, for all that it waits for; zero: nobody waits */
    Flights(Duration longestWait, InstantSource clock) {
        this.longestWait = longestWait.toNanos();
        this.unshared = new UnsharedKeys(clock);
    }

    boolean areOff() {
        return longestWait == 0;
    }

    /** Until when a request that begins to wait now may do so. */
    long deadline() {
        return System.nanoTime() + longestWait;
    }

    /**
     * Waits for who makes the page already.
     *
     * @return null when the page was stored meanwhile: look again; else the flight of the caller, who runs the method
     *     and has to land it
     */
    @Nullable
    Flight board(String key, long deadline) {
        while (!unshared.contains(key)) {
            Flight other = running.get(key);
            Landing landing = other == null ? Landing.FAILED : other.await(deadline);
            if (landing == Landing.STORED) {
                return null;
            }
            if (landing == Landing.UNSHARED || (landing == null && other != null && !other.isOverdue())) {
                break;
            }
            if (other != null && other.attempt() == LAST_ATTEMPT) {
                end(other, Landing.UNSHARED);
                break;
            }
            Flight mine = begin(key, other);
            if (mine != null) {
                return mine;
            }
        }
        return alone(key);
    }

    /** Waits for who makes the page already, if there is somebody. True when it was stored. */
    boolean awaitStored(String key, long deadline) {
        Flight other = running.get(key);
        return other != null && other.await(deadline) == Landing.STORED;
    }

    /** Whether somebody makes that page now. */
    boolean isUnderway(String key) {
        return running.containsKey(key);
    }

    /** A flight that nobody waits for. */
    Flight alone(String key) {
        return new Flight(this, key, 0, System.nanoTime());
    }

    /** Lets nobody wait for that key for a while. */
    void remember(String key) {
        unshared.add(key);
    }

    /** In place of another one that gave nothing; null when somebody was faster. */
    private @Nullable Flight begin(String key, @Nullable Flight lost) {
        Flight mine = new Flight(this, key, lost == null ? 1 : lost.attempt() + 1, System.nanoTime() + longestWait / 2);
        if (lost != null) {
            return running.replace(key, lost, mine) ? mine : null;
        }
        if (running.size() >= MOST) {
            running.values().removeIf(Flight::isOverdue);
            if (running.size() >= MOST) {
                return alone(key);
            }
        }
        return running.putIfAbsent(key, mine) == null ? mine : null;
    }

    void land(Flight flight, Landing landing) {
        if (landing != Landing.FAILED || flight.attempt() == LAST_ATTEMPT) {
            end(flight, landing == Landing.STORED ? Landing.STORED : Landing.UNSHARED);
        } else if (!flight.tell(Landing.FAILED)) {
            running.remove(flight.key(), flight);
        }
    }

    /** For all who wait for that key, also where somebody else has taken over. */
    private void end(Flight flight, Landing landing) {
        if (landing == Landing.UNSHARED) {
            unshared.add(flight.key());
        }
        Flight current = running.remove(flight.key());
        if (current != null) {
            current.tell(landing);
        }
        flight.tell(landing);
    }
}

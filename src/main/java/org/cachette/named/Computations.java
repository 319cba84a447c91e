package org.cachette.named;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.cachette.CacheException;

/**
 * Runs one computation at a time per key and process; who comes meanwhile waits for its result. A failure is the
 * failing caller's alone: one of those who wait takes over. Callers whose waiting would close a circle, since
 * computations ask for each other's keys, do not wait but compute; nor do those who have waited for two that failed. Safe for use by several threads.
 */
public final class Computations {

    /**
     * What is computed.
     *
     * @param stamp another one for what is computed anew though an older computation is not done; not negative
     */
    public record Place(String cache, String fullKey, long stamp) {

        /** What has no stamps. */
        Place(String cache, String fullKey) {
            this(cache, fullKey, -1);
        }
    }

    /** A result, and whether this caller's own computation gave it. */
    public record Outcome(Object value, boolean own) {}

    /** The result is empty when the leader failed. */
    private record Computation(Thread leader, CompletableFuture<Optional<Object>> result) {}

    /** Who has waited for so many has waited long enough. */
    private static final int MOST_FAILURES = 2;

    private final ConcurrentMap<Place, Computation> running = new ConcurrentHashMap<>();
    private final ConcurrentMap<Thread, Computation> waiting = new ConcurrentHashMap<>();

    /** The result of the action, run by this caller or by another one meanwhile. */
    public Outcome run(Place place, Supplier<Object> action) {
        Thread self = Thread.currentThread();
        for (int failures = 0; ; failures++) {
            Computation mine = new Computation(self, new CompletableFuture<>());
            Computation other = running.putIfAbsent(place, mine);
            if (other == null) {
                return new Outcome(lead(place, mine, action), true);
            }
            if (other.leader == self) {
                throw new CacheException("getOrSet of " + CacheKeys.quoted(place.fullKey) + " in cache \""
                        + place.cache + "\" was called by its own supplier: expected a supplier that does not ask for"
                        + " the value it is to give");
            }
            if (failures == MOST_FAILURES || !await(other, self)) {
                return new Outcome(action.get(), true);
            }
            Optional<Object> result = other.result.join();
            if (result.isPresent()) {
                return new Outcome(result.get(), false);
            }
        }
    }

    /** Lets nobody join what is computed there now: who comes from now on computes anew. */
    void leave(Place place) {
        running.remove(place);
    }

    private Object lead(Place place, Computation mine, Supplier<Object> action) {
        Optional<Object> result = Optional.empty();
        try {
            Object value = action.get();
            result = Optional.of(value);
            return value;
        } finally {
            running.remove(place, mine);
            mine.result.complete(result);
        }
    }

    /** False where waiting would never end. Each thread is seen to wait before it looks, so one of a circle sees it. */
    private boolean await(Computation other, Thread self) {
        waiting.put(self, other);
        try {
            if (leadsBackTo(self, other)) {
                return false;
            }
            other.result.join();
            return true;
        } finally {
            waiting.remove(self);
        }
    }

    private boolean leadsBackTo(Thread self, Computation start) {
        Computation next = start;
        for (int steps = 0; next != null && steps <= waiting.size(); steps++) {
            if (next.leader == self) {
                return true;
            }
            next = waiting.get(next.leader);
        }
        return false;
    }
}

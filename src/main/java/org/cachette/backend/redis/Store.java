package org.cachette.backend.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The servers of a cache, asked within the time limit, who are told what changes where somebody wants to know. */
final class Store {

    private final WireKeys wireKeys;
    private final Topology topology;
    private final Announcements announcements;
    private final Subscription subscription;
    private final boolean announcing;
    private final long limit;

    /** With announcing, changes are announced also when nobody listens in this process. */
    Store(
            WireKeys wireKeys,
            Topology topology,
            Announcements announcements,
            Subscription subscription,
            boolean announcing,
            Duration limit) {
        this.wireKeys = wireKeys;
        this.topology = topology;
        this.announcements = announcements;
        this.subscription = subscription;
        this.announcing = announcing;
        this.limit = limit.toNanos();
    }

    private long deadline() {
        subscription.begin();
        return System.nanoTime() + limit;
    }

    boolean isSharded() {
        return topology.isSharded();
    }

    void listen(Consumer<String> changed, Runnable everythingChanged) {
        subscription.listen(changed, everythingChanged);
    }

    @Nullable
    Object read(Request request) {
        return topology.ask(List.of(request), false, deadline()).get(0);
    }

    List<@Nullable Object> readAll(List<Request> requests) {
        return topology.ask(requests, false, deadline());
    }

    /** As it is where it is changed, which a replica may not know yet. */
    @Nullable
    Object current(Request request) {
        return topology.ask(List.of(request), true, deadline()).get(0);
    }

    /** The reply to a request that may change the entry of a key. */
    @Nullable
    Object change(String fullKey, Request request) {
        return changeAll(List.of(fullKey), List.of(request)).get(0);
    }

    /** The replies to requests that may change the entries of keys. */
    List<@Nullable Object> changeAll(List<String> fullKeys, List<Request> requests) {
        if (!announcing && !subscription.isNeeded()) {
            return topology.ask(requests, true, deadline());
        }
        List<Request> all = new ArrayList<>(requests);
        fullKeys.forEach(fullKey -> all.add(announcements.of(wireKeys.of(fullKey), fullKey)));
        return topology.ask(all, true, deadline()).subList(0, requests.size());
    }

    void clear() {
        Sweep sweep = new Sweep(wireKeys);
        topology.primaries(deadline()).forEach(node -> sweep.run(node, limit));
        topology.everythingChanged();
        if (announcing || subscription.isNeeded()) {
            topology.ask(List.of(announcements.ofEverything()), true, deadline());
        }
    }

    /** The reply, if it is no error. */
    static @Nullable Object checked(@Nullable Object reply) {
        if (reply instanceof ErrorReply error) {
            throw error.failure();
        }
        return reply;
    }

    /** A number in a reply, which is no error; very small where there is none. */
    static long number(@Nullable Object reply) {
        return checked(reply) instanceof Long number ? number : Long.MIN_VALUE;
    }

    void close() {
        subscription.close();
        topology.close();
    }
}

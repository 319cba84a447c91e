package org.cachette.backend.memcached;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.cachette.backend.Encoded;
import org.cachette.backend.memcached.Answer.Code;
import org.jspecify.annotations.Nullable;

/** The items of a cache's servers, asked for within the time limit. An operation has one limit, however often it asks. */
final class Items {

    private static final Encoded UNREADABLE = new Encoded((byte) '?', new byte[0]);

    /** What memcached compares absolute times with, whatever the application's clock says. */
    private final InstantSource serverClock = InstantSource.system();

    private final Nodes nodes;
    private final InstantSource clock;
    private final long limit;
    private final int longestItem;
    private final AtomicInteger opaques = new AtomicInteger();

    Items(Nodes nodes, InstantSource clock, Duration limit, int longestItem) {
        this.nodes = nodes;
        this.clock = clock;
        this.limit = limit.toNanos();
        this.longestItem = longestItem;
    }

    /** Until when an operation that begins now may take, by {@link System#nanoTime}. */
    long deadline() {
        return System.nanoTime() + limit;
    }

    /** Never 0, which stands for none. */
    private int opaque() {
        return 1 + (opaques.getAndIncrement() & 0x3FFF_FFFF);
    }

    /** The answer to a request; null when the key's server fails. */
    @Nullable
    Answer ask(WireKey key, BiFunction<Integer, WireKey, Request> request, long deadline) {
        return nodes.ask(key, request.apply(opaque(), key), deadline);
    }

    /** The answers to a request for each key, in their order. */
    List<@Nullable Answer> askAll(List<WireKey> keys, BiFunction<Integer, WireKey, Request> request, long deadline) {
        return nodes.askAll(keys, key -> request.apply(opaque(), key), deadline);
    }

    void flushAll() {
        nodes.askEach(Request.flush(), deadline());
    }

    /** True when an item is too long to be sent. */
    boolean isTooLong(byte[] item) {
        return item.length > longestItem;
    }

    int longestItem() {
        return longestItem;
    }

    long expiration(long expiry) {
        return Expiration.of(expiry, clock.millis(), serverClock.millis());
    }

    /** For an item that keeps its life. */
    long sameLife(Answer found) {
        return Expiration.ofLife(found.life(), serverClock.millis());
    }

    long expiry(Answer found) {
        return Expiration.expiry(found.life(), clock.millis());
    }

    /** The value in an answer; one that nobody can read when the item is not ours; null when there is none. */
    static @Nullable Encoded value(WireKey key, @Nullable Answer answer) {
        if (answer == null) {
            return null;
        }
        if (answer.code() == Code.TOO_LONG) {
            return UNREADABLE;
        }
        return answer.code() == Code.VALUE ? EntryBytes.valueOf(key, answer.flags(), answer.item()) : null;
    }

    void close() {
        nodes.close();
    }
}

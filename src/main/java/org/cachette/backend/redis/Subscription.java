package org.cachette.backend.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * Hears what other processes announce, on a thread of its own, which begins with the first operation of a cache that has
 * listeners. Whenever it begins to hear, everything may have changed. Safe for use by several threads.
 */
final class Subscription {

    private static final System.Logger LOG = System.getLogger(Subscription.class.getName());
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final String cache;
    private final WireKeys wireKeys;
    private final Topology topology;
    private final Announcements announcements;
    private final long limit;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean needed;
    private volatile @Nullable Hearing hearing;

    private record Listener(Consumer<String> changed, Runnable everythingChanged) {}

    Subscription(String cache, WireKeys wireKeys, Topology topology, Announcements announcements, Duration limit) {
        this.cache = cache;
        this.wireKeys = wireKeys;
        this.topology = topology;
        this.announcements = announcements;
        this.limit = limit.toNanos();
    }

    void listen(Consumer<String> changed, Runnable everythingChanged) {
        listeners.add(new Listener(changed, everythingChanged));
        needed = true;
    }

    boolean isNeeded() {
        return needed;
    }

    /** Begins to hear, where somebody listens. */
    void begin() {
        if (needed && hearing == null) {
            start();
        }
    }

    private synchronized void start() {
        if (hearing == null) {
            Hearing next = new Hearing();
            hearing = next;
            Thread thread = new Thread(next, "cachette-redis-changes-" + cache);
            thread.setDaemon(true);
            next.thread = thread;
            thread.start();
        }
    }

    /** Ends the thread; the next operation begins anew. */
    synchronized void close() {
        Hearing current = hearing;
        hearing = null;
        if (current != null) {
            current.end();
        }
    }

    private void changed(String fullKey) {
        topology.changed(wireKeys.of(fullKey));
        listeners.forEach(listener -> listener.changed().accept(fullKey));
    }

    private void everythingChanged() {
        topology.everythingChanged();
        listeners.forEach(listener -> listener.everythingChanged().run());
    }

    private final class Hearing implements Runnable {

        private volatile boolean over;
        private volatile @Nullable NodeConnection connection;
        private volatile @Nullable Thread thread;

        @Override
        public void run() {
            long pause = SHORTEST_PAUSE;
            while (!over) {
                long start = System.nanoTime();
                try {
                    hear();
                } catch (RuntimeException e) {
                    LOG.log(
                            System.Logger.Level.DEBUG,
                            () -> "Cache \"" + cache + "\" does not hear of changes for a moment: " + e);
                }
                pause = System.nanoTime() - start > LONGEST_PAUSE ? SHORTEST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
                if (!over) {
                    LockSupport.parkNanos(pause);
                }
            }
        }

        private void hear() {
            long deadline = System.nanoTime() + limit;
            NodeConnection opened = topology.primaries(deadline).get(0).dedicated(deadline);
            connection = opened;
            try {
                opened.begin(
                        List.of(new CommandArguments(Protocol.Command.SUBSCRIBE).add(announcements.channel())),
                        deadline);
                expectReply(opened);
                everythingChanged();
                opened.waitForEver();
                while (!over) {
                    announcements.read(
                            expectReply(opened), Subscription.this::changed, Subscription.this::everythingChanged);
                }
            } finally {
                connection = null;
                opened.drop();
            }
        }

        /** The message in it; of none, no bytes. */
        private byte[] expectReply(NodeConnection opened) {
            Object reply = opened.replies(1).get(0);
            if (reply instanceof ErrorReply error) {
                throw error.failure();
            }
            return reply instanceof List<?> parts && parts.size() == 3 && parts.get(2) instanceof byte[] message
                    ? message
                    : new byte[0];
        }

        void end() {
            over = true;
            NodeConnection current = connection;
            if (current != null) {
                current.drop();
            }
            LockSupport.unpark(thread);
        }
    }
}

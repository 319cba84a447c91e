package org.cachette.backend.memcached;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cachette.backend.Rest;
import org.cachette.backend.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * One server with the connection to it, which is opened when first needed and again when it broke. A server that fails
 * is left alone for a while and then tried again. Safe for use by several threads.
 */
final class Node {

    /** An attempt may go on after its caller has gone, so that a slow way to a server is no outage for ever. */
    private static final int LONGEST_ATTEMPT_MILLIS = 1_000;

    /** A connection that was not used for so long is looked at first: its server may have been started anew. */
    private static final long UNUSED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Server server;
    private final int longestItem;
    private final Trouble trouble;
    private final Rest rest = new Rest();
    private volatile @Nullable Connection connection;
    private volatile long lastUsed;
    private @Nullable FutureTask<Connection> attempt;
    private int closings;
    private volatile @Nullable IOException lastFailure;

    Node(Server server, int longestItem, Trouble trouble) {
        this.server = server;
        this.longestItem = longestItem;
        this.trouble = trouble;
    }

    /** A call under way. */
    record Sent(Node node, Connection connection, Call call) {
        List<Answer> await(long deadline) {
            return node.await(this, deadline);
        }
    }

    /**
     * Sends requests.
     *
     * @throws NodeFailure when the server cannot be reached, or rests
     */
    Sent send(List<Request> requests, long deadline) {
        long now = System.nanoTime();
        if (!rest.allows(now)) {
            throw new NodeFailure(server, "failed a moment ago: " + lastFailure, cause());
        }
        try {
            Connection usable = usable(now, deadline);
            lastUsed = now;
            return new Sent(this, usable, usable.send(requests));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private List<Answer> await(Sent sent, long deadline) {
        try {
            List<Answer> answers = sent.connection.await(sent.call, deadline);
            rest.succeeded();
            trouble.over();
            return answers;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private NodeFailure failure(IOException e) {
        lastFailure = e;
        rest.failed(System.nanoTime());
        NodeFailure failure = new NodeFailure(server, e.toString(), e);
        trouble.arose(failure);
        return failure;
    }

    private Throwable cause() {
        IOException last = lastFailure;
        return last == null ? new IOException("no connection") : last;
    }

    private Connection usable(long now, long deadline) throws IOException {
        Connection current = connection;
        boolean usable =
                current != null && !current.isBroken() && (now - lastUsed < UNUSED_NANOS || !current.isStale());
        return current != null && usable ? current : opened(deadline);
    }

    /** Names can take long to be looked up, so that is not for the caller's thread. Interrupts are left for later. */
    private Connection opened(long deadline) throws IOException {
        FutureTask<Connection> opening = attempt();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return opening.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no connection within the time limit", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The attempt that is under way, or a new one; all callers wait for the same. */
    private synchronized FutureTask<Connection> attempt() {
        FutureTask<Connection> current = attempt;
        Connection made = connection;
        if (current != null && (!current.isDone() || (made != null && !made.isBroken()))) {
            return current;
        }
        int now = closings;
        FutureTask<Connection> next = new FutureTask<>(() -> open(now));
        attempt = next;
        Thread thread = new Thread(next, "cachette-memcached-" + server);
        thread.setDaemon(true);
        thread.start();
        return next;
    }

    private Connection open(int sinceClosing) throws IOException {
        SocketChannel channel = server.connect(LONGEST_ATTEMPT_MILLIS);
        try {
            Connection made = new Connection(channel, longestItem);
            keep(made, sinceClosing);
            return made;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private synchronized void keep(Connection made, int sinceClosing) throws IOException {
        if (closings != sinceClosing) {
            made.breakOff(new IOException("the cache was closed"));
            throw new IOException("the cache was closed while it was being connected");
        }
        connection = made;
    }

    /** Gives up the connection. */
    synchronized void close() {
        closings++;
        Connection current = connection;
        connection = null;
        attempt = null;
        if (current != null) {
            current.breakOff(new IOException("the cache was closed"));
        }
    }
}

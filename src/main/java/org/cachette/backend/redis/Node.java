package org.cachette.backend.redis;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/** One server with the connections to it, which are opened when needed. Safe for use by several threads. */
final class Node {

    /** A connection that was not used for so long is tried first: its server may have been started anew. */
    private static final long UNUSED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long USELESS_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Server server;
    private final Access access;
    private final Permits permits;
    private final ConcurrentLinkedDeque<NodeConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile int generation;

    Node(Server server, Access access, int poolSize) {
        this.server = server;
        this.access = access;
        this.permits = new Permits(poolSize);
    }

    Server server() {
        return server;
    }

    /**
     * The replies to commands that go out together, in their order; errors are {@link ErrorReply} or a redirection.
     *
     * @throws RedisFailure when the server does not answer until the deadline
     */
    List<@Nullable Object> ask(List<CommandArguments> commands, long deadline) {
        return begin(commands, deadline).replies();
    }

    /** Sends commands, whose replies have to be asked for. */
    Sent begin(List<CommandArguments> commands, long deadline) {
        NodeConnection connection = borrow(deadline);
        return attempt(connection, () -> {
            connection.begin(commands, deadline);
            return new Sent(this, connection, commands.size());
        });
    }

    /** Commands under way. */
    record Sent(Node node, NodeConnection connection, int count) {
        List<@Nullable Object> replies() {
            List<@Nullable Object> replies = node.attempt(connection, () -> connection.replies(count));
            node.giveBack(connection);
            return replies;
        }

        /** Nobody will ask for the replies. */
        void abandon() {
            connection.drop();
            node.permits.release();
        }
    }

    /** Whatever goes wrong, what still comes on that connection would be taken for another's answer. */
    private <T> T attempt(NodeConnection connection, java.util.function.Supplier<T> task) {
        boolean fine = false;
        try {
            T result = task.get();
            fine = true;
            return result;
        } catch (RuntimeException | OutOfMemoryError e) {
            if (!connection.isLate()) {
                dropIdle(); // the server ended, and with it all its connections
            }
            throw failure(e);
        } finally {
            if (!fine) {
                connection.drop();
                permits.release();
            }
        }
    }

    private RedisFailure failure(Throwable e) {
        Throwable cause = e.getCause() instanceof IOException ? e.getCause() : e;
        return new RedisFailure(server, cause.toString(), e);
    }

    private NodeConnection borrow(long deadline) {
        if (!permits.acquire(deadline)) {
            throw new RedisFailure(server, "all connections are in use: expected a larger options.pool-size");
        }
        NodeConnection found = null;
        try {
            found = fromIdle(deadline);
            if (found == null) {
                found = NodeConnection.open(server, access, generation, deadline);
            }
            return found;
        } catch (IOException | RuntimeException e) {
            throw failure(e);
        } finally {
            if (found == null) {
                permits.release();
            }
        }
    }

    private @Nullable NodeConnection fromIdle(long deadline) {
        for (NodeConnection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (System.nanoTime() - next.lastUsed() < UNUSED_NANOS || next.isAlive(deadline)) {
                return next;
            }
            next.drop();
        }
        return null;
    }

    private void giveBack(NodeConnection connection) {
        long now = System.nanoTime();
        connection.usedAt(now);
        idle.addFirst(connection);
        NodeConnection oldest = idle.peekLast();
        if (connection.generation() != generation
                || (oldest != null && now - oldest.lastUsed() > USELESS_NANOS && oldest != connection)) {
            NodeConnection useless = connection.generation() == generation ? oldest : connection;
            if (useless != null && idle.remove(useless)) {
                useless.drop();
            }
        }
        permits.release();
    }

    private void dropIdle() {
        for (NodeConnection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            next.drop();
        }
    }

    /** A connection of the caller's own, which it has to drop. */
    NodeConnection dedicated(long deadline) {
        try {
            return NodeConnection.open(server, access, generation, deadline);
        } catch (IOException | RuntimeException e) {
            throw failure(e);
        }
    }

    /** The replies to one command. */
    @Nullable
    Object ask(Protocol.Command command, long deadline, String... arguments) {
        CommandArguments whole = new CommandArguments(command);
        for (String argument : arguments) {
            whole.add(argument);
        }
        Object reply = ask(List.of(whole), deadline).get(0);
        if (reply instanceof ErrorReply error) {
            throw error.failure();
        }
        return reply;
    }

    /** Gives up connections; they are opened again when needed. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // lost updates are updates all the same
    void close() {
        generation++;
        dropIdle();
    }
}

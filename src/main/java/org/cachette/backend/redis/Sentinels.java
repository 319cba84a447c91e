package org.cachette.backend.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/**
 * The primary that sentinels name. They are asked at first, and again after the primary failed or turned out to be one
 * no more.
 */
final class Sentinels implements Topology {

    private final List<Node> sentinels;
    private final String name;
    private final Function<Server, Node> nodes;
    private volatile @Nullable Node primary;
    private volatile boolean doubted = true;

    /** Of sentinels, the name by which they know the primary, and what connects to it. */
    Sentinels(List<Node> sentinels, String name, Function<Server, Node> nodes) {
        this.sentinels = sentinels;
        this.name = name;
        this.nodes = nodes;
    }

    @Override
    public List<@Nullable Object> ask(List<Request> requests, boolean changing, long deadline) {
        List<@Nullable Object> replies = askPrimary(requests, deadline);
        for (Object reply : replies) {
            if (reply instanceof ErrorReply error && error.isOfReplica()) {
                doubted = true; // another was promoted, and nothing was changed here
                return askPrimary(requests, deadline);
            }
        }
        return replies;
    }

    private List<@Nullable Object> askPrimary(List<Request> requests, long deadline) {
        Node asked = primary(deadline);
        try {
            return asked.ask(Request.commands(requests), deadline);
        } catch (RedisFailure e) {
            doubted = true;
            throw e;
        }
    }

    private Node primary(long deadline) {
        Node known = primary;
        return known != null && !doubted ? known : found(deadline);
    }

    private Node found(long deadline) {
        Server server = named(deadline);
        synchronized (this) {
            Node known = primary;
            Node next = known != null && known.server().equals(server) ? known : nodes.apply(server);
            if (known != null && known != next) {
                known.close();
            }
            primary = next;
            doubted = false;
            return next;
        }
    }

    private Server named(long deadline) {
        RedisFailure failure = null;
        for (Node sentinel : sentinels) {
            long now = System.nanoTime();
            try {
                Object reply = sentinel.ask(
                        Protocol.Command.SENTINEL, now + (deadline - now) / 2, "GET-MASTER-ADDR-BY-NAME", name);
                if (reply instanceof List<?> address
                        && address.size() == 2
                        && address.get(0) instanceof byte[] host
                        && address.get(1) instanceof byte[] port) {
                    return new Server(text(host), Integer.parseInt(text(port)));
                }
                failure = new RedisFailure(sentinel.server(), "the sentinel knows no primary \"" + name + "\"");
            } catch (RedisFailure e) {
                failure = e;
            }
        }
        throw failure == null ? new RedisFailure(name, "no sentinels") : failure;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public List<Node> primaries(long deadline) {
        return List.of(primary(deadline));
    }

    @Override
    public void close() {
        sentinels.forEach(Node::close);
        Node known = primary;
        if (known != null) {
            known.close();
        }
    }
}

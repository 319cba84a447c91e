package org.cachette.backend.redis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * A cluster, of which some servers are known from the beginning. A server that fails rests, and its keys are missing
 * unless failures are to be exceptions.
 */
final class Cluster implements Topology {

    private static final int MOST_REDIRECTIONS = 5;

    /** How long a table is used again that could not be replaced. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Map<Server, Member> members = new ConcurrentHashMap<>();
    private final List<Member> seeds;
    private final Function<Server, Member> connecting;
    private final boolean throwing;
    private final Permits loading = new Permits(1);
    private volatile @Nullable SlotTable table;
    private volatile boolean stale;
    private volatile long nextLoading = System.nanoTime();

    Cluster(List<Server> seeds, Function<Server, Member> connecting, boolean throwing) {
        this.connecting = connecting;
        this.throwing = throwing;
        this.seeds = seeds.stream().map(this::member).toList();
    }

    private Member member(Server server) {
        return members.computeIfAbsent(server, connecting);
    }

    @Override
    public boolean isSharded() {
        return true;
    }

    @Override
    public List<@Nullable Object> ask(List<Request> requests, boolean changing, long deadline) {
        SlotTable current = table(deadline);
        Map<Member, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            places.computeIfAbsent(owner(current, requests.get(i)), member -> new ArrayList<>())
                    .add(i);
        }
        @Nullable Object[] replies = new Object[requests.size()];
        Map<Member, Node.Sent> sent = new LinkedHashMap<>();
        try {
            places.forEach((member, some) -> {
                List<CommandArguments> commands =
                        some.stream().map(i -> requests.get(i).command()).toList();
                Node.Sent under = attempt(member, deadline, () -> member.node().begin(commands, deadline));
                if (under != null) {
                    sent.put(member, under);
                }
            });
            places.forEach((member, some) -> {
                Node.Sent under = sent.remove(member);
                List<@Nullable Object> answers =
                        under == null ? null : tolerated(() -> member.watched(() -> ErrorReply.ready(under.replies())));
                for (int i = 0; answers != null && i < some.size(); i++) {
                    replies[some.get(i)] = answers.get(i);
                }
            });
        } finally {
            sent.values().forEach(Node.Sent::abandon);
        }
        for (int i = 0; i < replies.length; i++) {
            if (replies[i] instanceof JedisRedirectionException redirection) {
                replies[i] = redirected(requests.get(i), redirection, deadline);
            }
        }
        return Arrays.asList(replies);
    }

    private static Member owner(SlotTable table, Request request) {
        Member owner = table.ownerOf(request.keys().get(0));
        if (owner == null) {
            throw new RedisFailure("the cluster", "no server has the slot of a key");
        }
        return owner;
    }

    /** Null when the member fails and that is no failure of the operation. It is not to blame for the time others took. */
    private <T> @Nullable T attempt(Member member, long deadline, Supplier<T> asking) {
        return tolerated(() -> {
            if (deadline - System.nanoTime() <= 0) {
                throw new RedisFailure(member.node().server(), "no time is left to ask it");
            }
            if (!member.mayBeAsked()) {
                throw new RedisFailure(member.node().server(), "failed a moment ago");
            }
            return member.watched(asking);
        });
    }

    private <T> @Nullable T tolerated(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (RedisFailure e) {
            stale = true; // another may have been promoted in its place
            if (throwing) {
                throw e;
            }
            return null;
        }
    }

    private @Nullable Object redirected(Request request, JedisRedirectionException first, long deadline) {
        Object reply = first;
        for (int i = 0; i < MOST_REDIRECTIONS && reply instanceof JedisRedirectionException redirection; i++) {
            Member target = member(new Server(
                    redirection.getTargetNode().getHost(),
                    redirection.getTargetNode().getPort()));
            boolean once = redirection instanceof JedisAskDataException;
            stale |= !once;
            List<CommandArguments> commands = once
                    ? List.of(new CommandArguments(Protocol.Command.ASKING), request.command())
                    : List.of(request.command());
            List<@Nullable Object> replies = attempt(
                    target, deadline, () -> ErrorReply.ready(target.node().ask(commands, deadline)));
            reply = replies == null ? null : replies.get(commands.size() - 1);
        }
        if (reply instanceof JedisRedirectionException) {
            throw new RedisFailure("the cluster", "too many redirections: " + first.getMessage());
        }
        return reply;
    }

    private SlotTable table(long deadline) {
        SlotTable current = table;
        if (current != null && (!stale || System.nanoTime() - nextLoading < 0)) {
            return current;
        }
        if (!loading.acquire(current == null ? deadline : System.nanoTime())) {
            if (current != null) {
                return current;
            }
            throw new RedisFailure("the cluster", "no table of its slots within the time limit");
        }
        try {
            SlotTable meanwhile = table;
            return meanwhile == null || meanwhile == current ? loaded(current, deadline) : meanwhile;
        } finally {
            loading.release();
        }
    }

    private SlotTable loaded(@Nullable SlotTable current, long deadline) {
        nextLoading = System.nanoTime() + PAUSE;
        List<Member> sources = new ArrayList<>(current == null ? List.of() : current.owners());
        sources.addAll(seeds);
        RedisFailure failure = null;
        for (Member source : sources) {
            long now = System.nanoTime();
            Node node = source.node();
            try {
                Object reply = node.ask(Protocol.Command.CLUSTER, now + (deadline - now) / 2, "SLOTS");
                SlotTable next = new SlotTable(reply, node.server(), this::member);
                stale = false;
                table = next;
                return next;
            } catch (RedisFailure e) {
                failure = e;
            }
        }
        if (current != null) {
            return current;
        }
        throw failure == null ? new RedisFailure("the cluster", "no servers") : failure;
    }

    @Override
    public List<Node> primaries(long deadline) {
        return table(deadline).owners().stream().map(Member::node).toList();
    }

    @Override
    public void close() {
        members.values().forEach(member -> member.node().close());
    }
}

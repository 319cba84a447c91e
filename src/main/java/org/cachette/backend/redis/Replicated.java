package org.cachette.backend.redis;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A primary, and replicas that are read from. What this process changed within the last second, or heard of, is read
 * from the primary, as is all when replicas fail.
 */
final class Replicated implements Topology {

    private final Node primary;
    private final List<Member> replicas;
    private final RecentChanges recent = new RecentChanges();

    Replicated(Node primary, List<Member> replicas) {
        this.primary = primary;
        this.replicas = replicas;
    }

    @Override
    public List<@Nullable Object> ask(List<Request> requests, boolean changing, long deadline) {
        if (replicas.isEmpty()) {
            return primary.ask(Request.commands(requests), deadline);
        }
        if (changing) {
            try {
                return primary.ask(Request.commands(requests), deadline);
            } finally {
                requests.forEach(request -> request.keys().forEach(recent::add));
            }
        }
        Member replica = replicaFor(requests);
        List<@Nullable Object> replies = replica == null ? null : ask(replica, requests, deadline);
        return replies != null ? replies : primary.ask(Request.commands(requests), deadline);
    }

    private @Nullable Member replicaFor(List<Request> requests) {
        for (Request request : requests) {
            for (byte[] key : request.keys()) {
                if (recent.contains(key)) {
                    return null;
                }
            }
        }
        int start = ThreadLocalRandom.current().nextInt(replicas.size());
        for (int i = 0; i < replicas.size(); i++) {
            Member replica = replicas.get((start + i) % replicas.size());
            if (replica.mayBeAsked()) {
                return replica;
            }
        }
        return null;
    }

    /** Null when it fails: half of the time is left for the primary. */
    private static @Nullable List<@Nullable Object> ask(Member replica, List<Request> requests, long deadline) {
        long now = System.nanoTime();
        try {
            return replica.watched(
                    () -> ErrorReply.ready(replica.node().ask(Request.commands(requests), now + (deadline - now) / 2)));
        } catch (RedisFailure e) {
            return null;
        }
    }

    @Override
    public List<Node> primaries(long deadline) {
        return List.of(primary);
    }

    @Override
    public void changed(byte[] key) {
        recent.add(key);
    }

    @Override
    public void everythingChanged() {
        recent.addAll();
    }

    @Override
    public void close() {
        primary.close();
        replicas.forEach(replica -> replica.node().close());
    }
}

package org.cachette.backend.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** Deletes all keys of a cache's key prefix, in small steps that hold up nobody else. */
final class Sweep {

    private static final int STEP = 1000;

    private final WireKeys wireKeys;

    Sweep(WireKeys wireKeys) {
        this.wireKeys = wireKeys;
    }

    /** Each step takes no longer than the limit. */
    void run(Node node, long limitNanos) {
        byte[] cursor = {'0'};
        do {
            CommandArguments scan = new CommandArguments(Command.SCAN)
                    .add(cursor)
                    .add(Keyword.MATCH)
                    .add(wireKeys.pattern())
                    .add(Keyword.COUNT)
                    .add(STEP);
            Object reply =
                    node.ask(List.of(scan), System.nanoTime() + limitNanos).get(0);
            if (reply instanceof List<?> page
                    && page.size() == 2
                    && page.get(0) instanceof byte[] next
                    && page.get(1) instanceof List<?> keys) {
                delete(node, keys, limitNanos);
                cursor = next;
            } else {
                throw failure(node, reply);
            }
        } while (cursor.length != 1 || cursor[0] != '0');
    }

    private static RedisFailure failure(Node node, @Nullable Object reply) {
        return reply instanceof ErrorReply error
                ? error.failure()
                : new RedisFailure(node.server(), "expected a page of keys");
    }

    private void delete(Node node, List<?> keys, long limitNanos) {
        List<CommandArguments> deletions = keys.stream()
                .filter(byte[].class::isInstance)
                .map(byte[].class::cast)
                .filter(wireKeys::isOurs)
                .map(key -> new CommandArguments(Command.UNLINK).add(key))
                .toList();
        if (deletions.isEmpty()) {
            return;
        }
        for (Object reply : node.ask(deletions, System.nanoTime() + limitNanos)) {
            if (reply instanceof ErrorReply error) {
                throw error.failure();
            }
        }
    }
}

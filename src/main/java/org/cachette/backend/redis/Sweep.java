package org.cachette.backend.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/**
 * Deletes all keys under a key prefix, in small steps that hold up nobody else. Full keys are {@code prefix:version:key},
 * so that of the prefixes {@code a} and {@code a:b} none has the other's keys; a key function may have made any others.
 */
final class Sweep {

    private static final int STEP = 1000;

    private final byte[] pattern;
    private final Pattern ours;

    Sweep(String keyPrefix, boolean keyFunction) {
        boolean any = keyFunction && !keyPrefix.isEmpty();
        String start = any ? keyPrefix : keyPrefix + ":";
        this.pattern = EntryBytes.ofKey(start.replaceAll("[*?\\[\\]\\\\^]", "\\\\$0") + "*");
        this.ours = Pattern.compile(Pattern.quote(latin(start)) + (any ? ".*" : "-?\\d+:.*"), Pattern.DOTALL);
    }

    /** Each byte is a character. */
    private static String latin(String text) {
        return new String(EntryBytes.ofKey(text), StandardCharsets.ISO_8859_1);
    }

    /** Each step takes no longer than the limit. */
    void run(Node node, long limitNanos) {
        byte[] cursor = {'0'};
        do {
            CommandArguments scan = new CommandArguments(Command.SCAN)
                    .add(cursor)
                    .add(Keyword.MATCH)
                    .add(pattern)
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
                .filter(key -> ours.matcher(new String(key, StandardCharsets.ISO_8859_1))
                        .matches())
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

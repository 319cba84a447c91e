package org.cachette.backend.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server says in place of an answer. */
record ErrorReply(Server server, String text) {

    /** The key has a list, a set or the like, which is not ours. */
    boolean isWrongType() {
        return text.contains("WRONGTYPE");
    }

    /** The server has no room. */
    boolean isFull() {
        return text.startsWith("OOM");
    }

    /** The server is a replica, or became one. */
    boolean isOfReplica() {
        return text.startsWith("READONLY");
    }

    /** The server has no data yet, or no link to those of its primary, or to the rest of its cluster. */
    private boolean isNotReady() {
        return text.startsWith("LOADING") || text.startsWith("MASTERDOWN") || text.startsWith("CLUSTERDOWN");
    }

    /**
     * The replies, if the server is ready to give any.
     *
     * @throws RedisFailure otherwise
     */
    static List<@Nullable Object> ready(List<@Nullable Object> replies) {
        for (Object reply : replies) {
            if (reply instanceof ErrorReply error && error.isNotReady()) {
                throw error.failure();
            }
        }
        return replies;
    }

    boolean isMissing() {
        return text.contains("no such key");
    }

    boolean isNotANumber() {
        return text.contains("not an integer");
    }

    boolean isOverflow() {
        return text.contains("would overflow");
    }

    RedisFailure failure() {
        return new RedisFailure(server, "the server said \"" + text + "\"");
    }
}

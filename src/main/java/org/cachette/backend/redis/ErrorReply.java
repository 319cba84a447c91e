package org.cachette.backend.redis;

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

    /** The server has no data yet, or no link to those of its primary. */
    boolean isNotReady() {
        return text.startsWith("LOADING") || text.startsWith("MASTERDOWN");
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

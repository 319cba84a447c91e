package org.cachette.backend.redis;

import java.util.function.Supplier;
import org.cachette.backend.Rest;
import org.cachette.backend.Trouble;

/** One of several servers, which rests after a failure while the others work. Safe for use by several threads. */
final class Member {

    private final Node node;
    private final Trouble trouble;
    private final Rest rest = new Rest();

    Member(String cache, Node node, String meanwhile, boolean silent) {
        this.node = node;
        this.trouble = new Trouble(
                "A server of cache \"" + cache + "\" fails; until it works again " + meanwhile,
                "redis at " + node.server() + ", a server of cache \"" + cache + "\", works again.",
                silent);
    }

    Node node() {
        return node;
    }

    boolean mayBeAsked() {
        return rest.allows(System.nanoTime());
    }

    /** The result of asking it; a failure lets it rest. */
    <T> T watched(Supplier<T> asking) {
        try {
            T result = asking.get();
            rest.succeeded();
            trouble.over();
            return result;
        } catch (RedisFailure e) {
            failed(e);
            throw e;
        }
    }

    void failed(RedisFailure failure) {
        rest.failed(System.nanoTime());
        trouble.arose(failure);
    }
}

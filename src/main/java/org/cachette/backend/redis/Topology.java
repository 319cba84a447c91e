package org.cachette.backend.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The servers of a cache, and which of them has which key. Safe for use by several threads. */
interface Topology {

    /**
     * The replies to requests, in their order, all on their way at the same time. Errors are {@link ErrorReply}. A reply
     * is null where there is no value, and where the key's server fails while others work and failures are misses.
     *
     * @param changing whether the requests may change something
     * @throws RedisFailure when what would answer does not until the deadline
     */
    List<@Nullable Object> ask(List<Request> requests, boolean changing, long deadline);

    /** The servers that together have all keys. */
    List<Node> primaries(long deadline);

    /** True when keys lie on several servers, so that no command may be about two of them. */
    default boolean isSharded() {
        return false;
    }

    /** Somebody changed a key. */
    default void changed(byte[] key) {}

    /** Somebody may have changed any key. */
    default void everythingChanged() {}

    /** Gives up connections; they are opened again when needed. */
    void close();
}

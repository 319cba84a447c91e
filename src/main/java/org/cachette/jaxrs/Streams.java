package org.cachette.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Which entities are written bit by bit. */
final class Streams {

    private Streams() {}

    /** Whether its body may have no end, or be long in coming. */
    static boolean mayBeEndless(@Nullable Object entity) {
        return entity instanceof StreamingOutput || entity instanceof AutoCloseable;
    }

    /** Ends what will not be sent, so that nothing behind it waits for a reader. */
    static void closeUnread(@Nullable Object entity) {
        if (entity instanceof Closeable stream) {
            try {
                stream.close();
            } catch (IOException e) {
                // nobody reads it
            }
        }
    }

    /**
     * Whether it is a stream of which nobody said that it is a page: it is cached by settings, and may well have no end.
     * The author of a method under {@code @CachePage} knows that it is held.
     */
    static boolean isUnexpected(ContainerRequestContext request, @Nullable Object entity) {
        return entity instanceof StreamingOutput && request.getProperty(FetchPageFilter.BY_SETTINGS) != null;
    }

    /** Whether it is written by several calls of the writers, as events are: by name, since it is Jersey's own. */
    static boolean isInChunks(@Nullable Object entity) {
        Class<?> type = entity == null ? null : entity.getClass();
        while (type != null && !type.getName().equals("org.glassfish.jersey.server.ChunkedOutput")) {
            type = type.getSuperclass();
        }
        return type != null;
    }
}

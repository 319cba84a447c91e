package org.cachette.jaxrs;

import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Media types that were parsed before; a site has few. Safe for use by several threads. */
final class KnownMediaTypes {

    private static final int MOST = 100;

    private final Map<String, MediaType> known = new ConcurrentHashMap<>();

    /** Null for what is none. */
    @Nullable
    MediaType of(String text) {
        MediaType type = known.get(text);
        if (type == null) {
            type = parse(text);
            if (type != null && known.size() < MOST) {
                known.put(text, type);
            }
        }
        return type;
    }

    private static @Nullable MediaType parse(String text) {
        try {
            return MediaType.valueOf(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

package org.cachette.jaxrs;

import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Media types that were parsed before; a site has few. Safe for use by several threads. */
final class KnownMediaTypes {

    private static final int MOST = 100;

    private final Map<String, MediaType> known = new ConcurrentHashMap<>();

    MediaType of(String text) {
        MediaType type = known.get(text);
        if (type == null) {
            type = MediaType.valueOf(text);
            if (known.size() < MOST) {
                known.put(text, type);
            }
        }
        return type;
    }
}

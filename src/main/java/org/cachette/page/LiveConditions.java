package org.cachette.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cachette.http.RequestHead;

/** The conditions in the live headers of a request, those that the method will see. */
final class LiveConditions {

    private static final List<String> NAMES =
            List.of("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range");

    private LiveConditions() {}

    /** Puts those of another request in their place. */
    static void replace(Map<String, List<String>> live, RequestHead other) {
        for (String name : NAMES) {
            live.remove(name);
            List<String> lines = other.lines(name);
            if (!lines.isEmpty()) {
                live.put(name, new ArrayList<>(lines));
            }
        }
    }
}

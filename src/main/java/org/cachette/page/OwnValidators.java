package org.cachette.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.http.EntityTag;
import org.cachette.http.HttpDates;
import org.cachette.http.StoredResponse;

/**
 * The validators of an entry that the method itself gave. Those that were added for clients when it was stored say
 * nothing to the method: with our entity tag before it, it would not look at its own date any more.
 */
final class OwnValidators {

    private OwnValidators() {}

    /** The entry without what was added. */
    static StoredResponse only(StoredResponse stored) {
        boolean tagAdded =
                stored.lines("ETag").equals(List.of(EntityTag.of(stored.body()).toString()));
        boolean dateAdded = stored.lines("Last-Modified").equals(List.of(HttpDates.format(stored.storedAt())));
        if (!tagAdded && !dateAdded) {
            return stored;
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(stored.headers());
        if (tagAdded) {
            headers.remove("ETag");
        }
        if (dateAdded) {
            headers.remove("Last-Modified");
        }
        return new StoredResponse(stored.status(), headers, stored.body(), stored.storedAt(), stored.expiresAt());
    }

    /** Whether a response brings one, before anything was added. */
    static boolean areIn(Map<String, List<String>> headers) {
        return headers.containsKey("ETag") || headers.containsKey("Last-Modified");
    }
}

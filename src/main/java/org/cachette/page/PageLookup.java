package org.cachette.page;

import org.cachette.http.CacheStatus.Forward;
import org.cachette.http.StoredResponse;

/** The outcome of asking the page cache for a response. */
public sealed interface PageLookup {

    /** A stored response that may be sent to this visitor. */
    record Hit(StoredResponse stored) implements PageLookup {}

    /**
     * There is none: the method runs, and its response may be stored.
     *
     * @param urlPlace the cache and the key of the URL
     * @param place the cache and the key under which it would have been: the URL's, or that of a variant
     */
    record Miss(Forward why, String reason, String urlPlace, String place) implements PageLookup {}

    /** The cache keeps out of this exchange: the method runs, and its response is not stored. */
    record Bypass(Forward why, String reason) implements PageLookup {

        Bypass(String reason) {
            this(Forward.BYPASS, reason);
        }
    }
}

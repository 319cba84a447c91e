package org.cachette.page;

import java.util.List;
import java.util.Set;
import org.cachette.http.CacheStatus.Forward;
import org.cachette.http.Reuse;
import org.cachette.http.StoredResponse;
import org.jspecify.annotations.Nullable;

/** The outcome of asking the page cache for a response. */
public sealed interface PageLookup {

    /**
     * The answer, without running the method: a stored response that may be sent to this visitor, or the refusal of a
     * request that wants nothing but a stored one.
     *
     * @param reuse why it is the answer; stale ones may ask for a refresh
     * @param place the cache and the key of the entry
     * @param names of what keeps the variants apart, as {@link Variation} writes them; none where there are no variants
     */
    record Hit(StoredResponse stored, Reuse reuse, String place, List<String> names) implements PageLookup {}

    /**
     * There is none: the method runs, and its response may be stored.
     *
     * @param urlPlace the cache and the key of the URL
     * @param place the cache and the key under which it would have been: the URL's, or that of a variant
     * @param entry what is stored and must not be used as it is: to be validated, or to stand in for an error; null for
     *     none
     * @param cookies that tell the variants apart, where not the whole field does; else none
     */
    record Miss(
            Forward why,
            String reason,
            String urlPlace,
            String place,
            @Nullable StoredResponse entry,
            Set<String> cookies)
            implements PageLookup {}

    /** The cache keeps out of this exchange: the method runs, and its response is not stored. */
    record Bypass(Forward why, String reason) implements PageLookup {

        Bypass(String reason) {
            this(Forward.BYPASS, reason);
        }
    }
}

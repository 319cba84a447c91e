package org.cachette.page;

import org.cachette.http.QueryRule;

/**
 * Where pages are kept apart from other pages.
 *
 * @param cache the name of the cache
 * @param keyPrefix what their keys begin with; may be empty
 * @param query what of a query is in their keys
 */
public record PageRegion(String cache, String keyPrefix, QueryRule query) {

    /** Where keys have the whole query. */
    public PageRegion(String cache, String keyPrefix) {
        this(cache, keyPrefix, QueryRule.WHOLE);
    }
}

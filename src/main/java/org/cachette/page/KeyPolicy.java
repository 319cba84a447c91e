package org.cachette.page;

import java.util.List;
import org.cachette.http.QueryRule;

/**
 * What of a request's query and cookies tells pages apart.
 *
 * @param query what of the query does
 * @param cookies those on which pages vary, and which count wherever a page varies on {@code Cookie}; none: pages say
 *     themselves on what they vary
 */
public record KeyPolicy(QueryRule query, List<String> cookies) {

    /** The whole query, and cookies as pages say. */
    public static final KeyPolicy WHOLE = new KeyPolicy(QueryRule.WHOLE, List.of());

    /** Keeps a copy of the names. */
    public KeyPolicy {
        cookies = List.copyOf(cookies);
    }
}

package org.cachette.page;

import java.util.List;
import org.cachette.http.QueryRule;

/**
 * What of a request's query and cookies tells pages apart.
 *
 * @param query what of the query does
 * @param cookies those on which pages vary, and which count wherever a page varies on {@code Cookie}; none: pages say
 *     themselves on what they vary
 * @param noVarySearch what clients and other caches are told about the query; empty for nothing
 */
public record KeyPolicy(QueryRule query, List<String> cookies, String noVarySearch) {

    /** The whole query, and cookies as pages say. */
    public static final KeyPolicy WHOLE = new KeyPolicy(QueryRule.WHOLE, List.of());

    /** A policy of which nobody is told. */
    public KeyPolicy(QueryRule query, List<String> cookies) {
        this(query, cookies, "");
    }

    /** Keeps a copy of the names. */
    public KeyPolicy {
        cookies = List.copyOf(cookies);
    }
}

package org.cachette.config;

import java.util.List;

/**
 * What of a request's query and cookies tells pages apart.
 *
 * @param sortQuery whether the order of query parameters does not matter
 * @param ignoreQuery names of parameters that do not matter; one that ends in {@code *} stands for all that begin so
 * @param onlyQuery names of the parameters that alone matter, written alike; empty: all do
 * @param varyCookies names of the cookies on which pages vary
 * @param noVarySearch whether clients and other caches are told which parameters matter
 */
public record KeySettings(
        boolean sortQuery,
        List<String> ignoreQuery,
        List<String> onlyQuery,
        List<String> varyCookies,
        boolean noVarySearch) {

    /** The whole query as it is, and cookies as pages say. */
    public static final KeySettings WHOLE = new KeySettings(false, List.of(), List.of(), List.of());

    /** Settings of which nobody is told. */
    public KeySettings(boolean sortQuery, List<String> ignoreQuery, List<String> onlyQuery, List<String> varyCookies) {
        this(sortQuery, ignoreQuery, onlyQuery, varyCookies, false);
    }

    public KeySettings {
        ignoreQuery = List.copyOf(ignoreQuery);
        onlyQuery = List.copyOf(onlyQuery);
        varyCookies = List.copyOf(varyCookies);
    }
}

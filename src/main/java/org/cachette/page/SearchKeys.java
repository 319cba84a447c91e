package org.cachette.page;

import java.net.URI;
import java.util.Optional;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.cachette.http.NoVarySearch;
import org.jspecify.annotations.Nullable;

/** Where pages are whose responses say {@code No-Vary-Search}: learned from them, path by path, as {@code Vary} is. */
final class SearchKeys {

    private SearchKeys() {}

    /** The key that this URL shares with all that differ in what does not matter; null where nothing was learned. */
    static @Nullable String find(Cache cache, PageRegion region, URI uri) {
        Optional<String> query = region.query().apply(uri.getRawQuery());
        if (!SearchIndex.suits(query)) {
            return null;
        }
        Object entry = cache.get(PageKeys.ofSearchIndex(region.keyPrefix(), "GET", uri))
                .orElse(null);
        Optional<SearchIndex> index = entry instanceof String text ? SearchIndex.parse(text) : Optional.empty();
        return index.map(i -> key(region, uri, query, i)).orElse(null);
    }

    /** The key for a response that says so, which is learned; null where the whole query counts. */
    static @Nullable String learn(Cache cache, PageRegion region, URI uri, NoVarySearch said, Timeout timeout) {
        Optional<String> query = region.query().apply(uri.getRawQuery());
        if (said.equals(NoVarySearch.DEFAULT) || !SearchIndex.suits(query)) {
            return null;
        }
        String place = PageKeys.ofSearchIndex(region.keyPrefix(), "GET", uri);
        for (int attempt = 0; attempt < 2; attempt++) {
            Object entry = cache.get(place).orElse(null);
            Optional<SearchIndex> known = entry instanceof String text ? SearchIndex.parse(text) : Optional.empty();
            SearchIndex index = known.map(i -> i.saying(said)).orElseGet(() -> SearchIndex.begin(said));
            if (PageEntries.write(cache, place, entry, index.toString(), timeout)) {
                return key(region, uri, query, index);
            }
        }
        return null;
    }

    private static String key(PageRegion region, URI uri, Optional<String> query, SearchIndex index) {
        return PageKeys.ofSearch(region.keyPrefix(), "GET", uri, query.orElse(null), index);
    }
}

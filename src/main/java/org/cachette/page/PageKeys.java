package org.cachette.page;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.cachette.http.Origin;
import org.cachette.http.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * The keys of pages: readable, each part with its length before it, so that no two requests can spell the same key;
 * under a digest where that would be longer than 200 characters or hold what not every store takes. Scheme and host are in
 * the one spelling that {@link Origin} knows.
 *
 * <p>The first key is that of the URL: {@code page 3:GET 4:http 11:example.com 5:/foo/ 3:a=1} (with {@code |} for the
 * blanks), the key prefix in front where there is one. The key of a variant adds the generation id of the URL's entry
 * and the values of the request fields that the response varies on. Django: {@code get_cache_key}.
 */
public final class PageKeys {

    private PageKeys() {}

    /** The key of the URL's entry for that method, with the whole query. */
    public static String ofUrl(String keyPrefix, String method, URI uri) {
        return ofUrl(keyPrefix, method, uri, uri.getRawQuery());
    }

    /**
     * The key of the URL's entry for that method.
     *
     * @param query what of the URL's query counts; null for nothing
     */
    static String ofUrl(String keyPrefix, String method, URI uri, @Nullable String query) {
        StringBuilder key = ofPath(keyPrefix, method, uri);
        if (query != null) {
            part(key, query);
        }
        return finished(key, uri);
    }

    /** The key of what is known of all queries of the URL's path. */
    static String ofSearchIndex(String keyPrefix, String method, URI uri) {
        return ShortKeys.of("page", ofPath(keyPrefix, method, uri).append("|?").toString());
    }

    /** The key of the entry of all URLs that are one by that index; the query may be null. */
    static String ofSearch(String keyPrefix, String method, URI uri, @Nullable String query, SearchIndex index) {
        StringBuilder key = ofPath(keyPrefix, method, uri).append("|?");
        part(key, index.generation());
        part(key, index.rule().canonicalQuery(query).orElse(""));
        return finished(key, uri);
    }

    private static StringBuilder ofPath(String keyPrefix, String method, URI uri) {
        StringBuilder key = new StringBuilder(128).append("page");
        if (!keyPrefix.isEmpty()) {
            part(key, keyPrefix);
        }
        part(key, method);
        part(key, Origin.scheme(uri));
        part(key, Origin.authority(uri));
        part(key, text(uri.getRawPath()));
        return key;
    }

    private static String finished(StringBuilder key, URI uri) {
        if (uri.getRawFragment() != null) {
            // No request target has one, but servers hand it on, and applications may echo it.
            part(key, "#" + uri.getRawFragment());
        }
        return ShortKeys.of("page", key.toString());
    }

    /**
     * The key of one variant.
     *
     * @param urlKey the key of the URL's entry
     * @param generation the generation id of the URL's entry
     * @param names what it varies on, as {@link Variation} writes it, sorted
     * @param user the name of the visitor's user, where the server knows one; asked for only where it counts
     */
    static String ofVariant(
            String urlKey,
            String generation,
            List<String> names,
            RequestHead request,
            Supplier<@Nullable String> user) {
        StringBuilder values = new StringBuilder(256).append(urlKey);
        part(values, generation);
        for (String name : names) {
            part(values, name);
            String value = Variation.value(name, request);
            if (value == null) {
                values.append("|-");
            } else {
                part(values, value);
            }
        }
        String known = Variation.isByCookie(names) ? user.get() : null;
        if (known != null) {
            part(values.append("|user"), known);
        }
        return "variant#" + generation + "#" + ShortKeys.digest(values.toString());
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static void part(StringBuilder key, String part) {
        key.append('|').append(part.length()).append(':').append(part);
    }
}

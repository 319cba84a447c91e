package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cachette.Cache;
import org.cachette.CacheConfigurationException;
import org.cachette.Caches;
import org.cachette.Timeout;
import org.cachette.http.NoVarySearch;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Pages in a cache, on two levels. Under the URL's key stands the response itself when it does not vary, else a
 * {@link VaryIndex} that leads to the variants. A cache that fails is a miss here, whatever its own failure policy: a
 * page can always be made anew.
 */
final class PageEntries {

    private static final Logger LOG = System.getLogger("org.cachette.page");

    private static final List<String> METHODS = List.of("GET", "HEAD", "QUERY");

    private final Caches caches;
    private final AtomicBoolean warned = new AtomicBoolean();

    PageEntries(Caches caches) {
        this.caches = caches;
    }

    /** Where a response was looked for, and what was there. */
    record Found(String urlKey, String key, @Nullable StoredResponse response, boolean byNamedCookies) {}

    /** What is stored for such a request. A HEAD is answered from the GET's, else its own. */
    Found find(PagePolicy policy, RequestHead request, Visitor visitor) {
        String urlKey = urlKey(policy, "GET", request);
        try {
            Cache cache = caches.get(policy.cache());
            Found fromGet = find(cache, policy, urlKey, request, visitor);
            return fromGet.response() != null || request.method().equals("GET")
                    ? fromGet
                    : find(cache, urlKey(policy, request.method(), request), request, visitor);
        } catch (RuntimeException e) {
            failed(e);
            return new Found(urlKey, urlKey, null, false);
        }
    }

    /** Under the URL itself first, then where its path's pages are that do not depend on the whole query. */
    private static Found find(Cache cache, PagePolicy policy, String urlKey, RequestHead request, Visitor visitor) {
        Found exact = find(cache, urlKey, request, visitor);
        String other = exact.response() == null && !isQuery(request)
                ? SearchKeys.find(cache, policy.region(), request.uri())
                : null;
        return other == null ? exact : find(cache, other, request, visitor);
    }

    private static Found find(Cache cache, String urlKey, RequestHead request, Visitor visitor) {
        Object entry = cache.get(urlKey).orElse(null);
        String key = urlKey;
        boolean byNamedCookies = false;
        if (entry instanceof String text) {
            Optional<VaryIndex> index = VaryIndex.parse(text);
            if (index.isPresent()) {
                key = variantKey(urlKey, index.get(), request, visitor);
                byNamedCookies = Variation.isByNamedCookies(index.get().names());
                entry = cache.get(key).orElse(null);
            }
        }
        return new Found(urlKey, key, entry instanceof StoredResponse stored ? stored : null, byNamedCookies);
    }

    /** Deletes what is stored for that URL, all variants at once. True when there was something. */
    boolean delete(PageRegion region, URI uri) {
        try {
            Cache cache = caches.get(region.cache());
            String query = region.query().apply(uri.getRawQuery()).orElse(null);
            boolean any = false;
            for (String method : METHODS) {
                any |= cache.delete(PageKeys.ofUrl(region.keyPrefix(), method, uri, query));
            }
            String shared = SearchKeys.find(cache, region, uri);
            boolean ofOthers = shared != null && cache.delete(shared);
            return any || ofOthers;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    /**
     * Keeps the response for that long.
     *
     * @param cookies on which it depends, where it does not on the whole field; none: the whole
     */
    void store(
            PagePolicy policy,
            RequestHead request,
            Visitor visitor,
            StoredResponse response,
            Collection<String> cookies,
            Duration lifetime) {
        try {
            Cache cache = caches.get(policy.cache());
            String urlKey = learned(cache, policy, request, response);
            Optional<VaryIndex> index =
                    index(cache, urlKey, Variation.names(policy, cookies, request, response), policy);
            String key = index.map(i -> variantKey(urlKey, i, request, visitor)).orElse(urlKey);
            cache.set(key, response, Timeout.of(lifetime));
            warned.set(false);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** The key of the URL's entry: that of all URLs which the response itself calls the same, if it does. */
    private static String learned(Cache cache, PagePolicy policy, RequestHead request, StoredResponse response) {
        String exact = urlKey(policy, request.method(), request);
        List<String> said = response.headers().getOrDefault("No-Vary-Search", List.of());
        if (said.isEmpty() || !request.method().equals("GET") || isQuery(request)) {
            return exact;
        }
        String shared = SearchKeys.learn(
                cache, policy.region(), request.uri(), NoVarySearch.parse(said), Timeout.of(policy.lifetime()));
        if (shared == null) {
            return exact;
        }
        cache.delete(exact);
        return shared;
    }

    /**
     * The index under which a response with those names is stored; empty when it is the URL's only one. An index that
     * is there is kept alive by {@code touch}, never written again: a deletion in between must stay one.
     */
    private static Optional<VaryIndex> index(Cache cache, String urlKey, List<String> names, PagePolicy policy) {
        Timeout timeout = Timeout.of(policy.lifetime());
        for (int attempt = 0; attempt < 2; attempt++) {
            Object entry = cache.get(urlKey).orElse(null);
            Optional<VaryIndex> known = entry instanceof String text ? VaryIndex.parse(text) : Optional.empty();
            if (known.isEmpty() && names.isEmpty()) {
                return Optional.empty();
            }
            VaryIndex index = known.map(i -> i.covering(names)).orElseGet(() -> VaryIndex.begin(names));
            if (write(cache, urlKey, entry, index.toString(), timeout)) {
                return Optional.of(index);
            }
        }
        return Optional.of(VaryIndex.begin(names));
    }

    /** Writes an index where that entry was; false when somebody else was faster. */
    static boolean write(Cache cache, String urlKey, @Nullable Object entry, String text, Timeout timeout) {
        if (entry == null) {
            return cache.add(urlKey, text, timeout);
        }
        if (entry.equals(text)) {
            return cache.touch(urlKey, timeout);
        }
        cache.set(urlKey, text, timeout);
        return true;
    }

    private static String urlKey(PagePolicy policy, String method, RequestHead request) {
        String query = policy.keys().query().apply(request.uri().getRawQuery()).orElse(null);
        return PageKeys.ofUrl(policy.keyPrefix(), isQuery(request) ? "QUERY" : method, request.uri(), query);
    }

    /** Whether it is a QUERY, which all rules but those of keys take for a GET. */
    private static boolean isQuery(RequestHead request) {
        return request.aspects().containsKey(RequestHead.CONTENT);
    }

    private static String variantKey(String urlKey, VaryIndex index, RequestHead request, Visitor visitor) {
        return PageKeys.ofVariant(urlKey, index.generation(), index.names(), request, visitor.user());
    }

    /** Told once, until a page can be stored again: in an outage each request comes here. */
    private void failed(RuntimeException failure) {
        if (failure instanceof CacheConfigurationException) {
            throw failure;
        }
        Level level = warned.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG;
        LOG.log(level, "pages are made anew, since their cache failed: {0}", failure.toString());
    }
}

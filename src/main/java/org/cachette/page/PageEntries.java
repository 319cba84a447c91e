package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cachette.Cache;
import org.cachette.CacheConfigurationException;
import org.cachette.Caches;
import org.cachette.Timeout;
import org.cachette.http.NoVarySearch;
import org.cachette.http.QueryContent;
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
    private final RecentKeys recent = new RecentKeys();
    private final Generations generations = new Generations();
    private final AtomicBoolean warned = new AtomicBoolean();

    PageEntries(Caches caches) {
        this.caches = caches;
    }

    /**
     * Where a response was looked for, and what was there.
     *
     * @param generation of the page, under which it may be stored; null when it may not
     * @param names of what keeps the variants apart, as {@link Variation} writes them; none where there are no variants
     */
    record Found(
            String urlKey,
            String key,
            @Nullable String generation,
            @Nullable StoredResponse response,
            List<String> names) {

        /** Those that tell the variants apart, where not the whole field does; else none. */
        Set<String> cookies() {
            return names.isEmpty() ? Set.of() : Variation.namedCookies(names);
        }
    }

    /**
     * What is stored for such a request. A HEAD is answered from the GET's, else its own.
     *
     * @param visitor asked for where pages vary on the cookie by which one may be known
     */
    Found find(PagePolicy policy, RequestHead request, Supplier<Visitor> visitor) {
        String urlKey = urlKey(policy, "GET", request);
        try {
            Cache cache = caches.get(policy.cache());
            Found fromGet = find(cache, policy, urlKey, request, visitor);
            return fromGet.response() != null || request.method().equals("GET")
                    ? fromGet
                    : find(cache, policy, urlKey(policy, request.method(), request), request, visitor);
        } catch (RuntimeException e) {
            failed(e);
            return new Found(urlKey, urlKey, null, null, List.of());
        }
    }

    /** Under the URL itself first, then where its path's pages are that do not depend on the whole query. */
    private Found find(Cache cache, PagePolicy policy, String urlKey, RequestHead request, Supplier<Visitor> visitor) {
        Found exact = findUnder(urlKey, cache, policy, request, visitor);
        String other = exact.response() == null && !QueryContent.isAskedBy(request)
                ? SearchKeys.find(cache, policy.region(), request.uri())
                : null;
        return other == null ? exact : findUnder(other, cache, policy, request, visitor);
    }

    private Found findUnder(
            String ofUrl, Cache cache, PagePolicy policy, RequestHead request, Supplier<Visitor> visitor) {
        Generations.Read read = generations.read(cache, policy.region(), request.uri(), ofUrl);
        String urlKey = read.key();
        Object entry = read.entry();
        String key = urlKey;
        List<String> names = List.of();
        if (entry instanceof String text) {
            Optional<VaryIndex> index = VaryIndex.parse(text);
            if (index.isPresent()) {
                key = variantKey(urlKey, index.get(), request, visitor);
                names = index.get().names();
                entry = cache.get(key).orElse(null);
            }
        }
        StoredResponse response = entry instanceof StoredResponse stored ? stored : null;
        return new Found(urlKey, key, read.generation(), response, names);
    }

    /** Deletes what is stored for that URL, all variants at once. True when there was something. */
    boolean delete(PageRegion region, URI uri) {
        try {
            Cache cache = caches.get(region.cache());
            boolean any = false;
            for (String method : METHODS) {
                any |= cache.delete(key(cache, region, method, uri));
            }
            String shared = sharedKey(cache, region, uri);
            boolean ofOthers = shared != null && cache.delete(shared);
            return any || ofOthers;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    private String key(Cache cache, PageRegion region, String method, URI uri) {
        String query = region.query().apply(uri.getRawQuery()).orElse(null);
        return generations.current(cache, region, uri, PageKeys.ofUrl(region.keyPrefix(), method, uri, query));
    }

    /** Where the page of that URL is that does not depend on the whole query; null where none is known. */
    private @Nullable String sharedKey(Cache cache, PageRegion region, URI uri) {
        String shared = SearchKeys.find(cache, region, uri);
        return shared == null ? null : generations.current(cache, region, uri, shared);
    }

    /** The key under which something is stored for that URL. */
    Optional<String> key(PageRegion region, URI uri) {
        try {
            Cache cache = caches.get(region.cache());
            return Stream.of(key(cache, region, "GET", uri), sharedKey(cache, region, uri))
                    .filter(key -> key != null && cache.hasKey(key))
                    .findFirst();
        } catch (RuntimeException e) {
            failed(e);
            return Optional.empty();
        }
    }

    /** Drops many pages at once. */
    void drop(PageRegion region, UnaryOperator<PageGenerations> change) {
        try {
            if (!generations.change(caches.get(region.cache()), region, change)) {
                LOG.log(Level.WARNING, "pages could not be dropped, since cache \"{0}\" does not work", region.cache());
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** From now on pages can be dropped by prefix. */
    void useGenerations() {
        generations.use();
    }

    /**
     * Keeps the response for that long.
     *
     * @param cookies on which it depends, where it does not on the whole field; none: the whole
     * @param kept from now on; longer than the response is fresh when it is of use afterwards
     * @param generation as found before the response was made
     */
    void store(
            PagePolicy policy,
            RequestHead request,
            Visitor visitor,
            StoredResponse response,
            Collection<String> cookies,
            Duration kept,
            String generation) {
        try {
            Cache cache = caches.get(policy.cache());
            Timeout timeout = Timeout.of(atLeast(policy.indexLifetime(), kept));
            String urlKey = learned(cache, policy, request, response, timeout, generation);
            Optional<VaryIndex> index =
                    index(cache, urlKey, Variation.names(policy, cookies, request, response), timeout);
            String key = index.map(i -> variantKey(urlKey, i, request, () -> visitor))
                    .orElse(urlKey);
            cache.set(key, response, Timeout.of(kept));
            warned.set(false);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** The key of the URL's entry: that of all URLs which the response itself calls the same, if it does. */
    private String learned(
            Cache cache,
            PagePolicy policy,
            RequestHead request,
            StoredResponse response,
            Timeout timeout,
            String generation) {
        String exact = Generations.key(urlKey(policy, request.method(), request), generation);
        List<String> said = response.headers().getOrDefault("No-Vary-Search", List.of());
        if (said.isEmpty() || !request.method().equals("GET") || QueryContent.isAskedBy(request)) {
            return exact;
        }
        String shared = SearchKeys.learn(cache, policy.region(), request.uri(), NoVarySearch.parse(said), timeout);
        if (shared == null) {
            return exact;
        }
        cache.delete(exact);
        return Generations.key(shared, generation);
    }

    /**
     * The index under which a response with those names is stored; empty when it is the URL's only one. An index that
     * is there is kept alive by {@code touch}, never written again: a deletion in between must stay one.
     */
    private static Optional<VaryIndex> index(Cache cache, String urlKey, List<String> names, Timeout timeout) {
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

    private static Duration atLeast(Duration least, Duration kept) {
        return kept.compareTo(least) > 0 ? kept : least;
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

    private String urlKey(PagePolicy policy, String method, RequestHead request) {
        String asked = QueryContent.isAskedBy(request) ? "QUERY" : method;
        URI uri = request.uri();
        return recent.get(policy, asked, uri, () -> {
            String query = policy.keys().query().apply(uri.getRawQuery()).orElse(null);
            return PageKeys.ofUrl(policy.keyPrefix(), asked, uri, query);
        });
    }

    private static String variantKey(String urlKey, VaryIndex index, RequestHead request, Supplier<Visitor> visitor) {
        return PageKeys.ofVariant(urlKey, index.generation(), index.names(), request, () -> visitor.get()
                .user());
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

package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.cachette.Cache;
import org.cachette.CacheConfigurationException;
import org.cachette.Caches;
import org.cachette.Timeout;
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

    private final Caches caches;
    private final Generations generations = new Generations();
    private final AtomicBoolean warned = new AtomicBoolean();

    PageEntries(Caches caches) {
        this.caches = caches;
    }

    /**
     * Where a response was looked for, and what was there.
     *
     * @param generation of the page, under which it may be stored; null when it may not
     */
    record Found(
            String urlKey,
            String key,
            @Nullable String generation,
            @Nullable StoredResponse response) {}

    /** What is stored for such a request. A HEAD is answered from the GET's, else its own. */
    Found find(PagePolicy policy, RequestHead request, Visitor visitor) {
        String urlKey = urlKey(policy, "GET", request);
        try {
            Cache cache = caches.get(policy.cache());
            Found fromGet = find(cache, policy, urlKey, request, visitor);
            return fromGet.response() != null || request.method().equals("GET")
                    ? fromGet
                    : find(cache, policy, urlKey(policy, request.method(), request), request, visitor);
        } catch (RuntimeException e) {
            failed(e);
            return new Found(urlKey, urlKey, null, null);
        }
    }

    private Found find(Cache cache, PagePolicy policy, String ofUrl, RequestHead request, Visitor visitor) {
        Generations.Read read = generations.read(cache, policy.region(), request.uri(), ofUrl);
        String urlKey = read.key();
        Object entry = read.entry();
        String key = urlKey;
        if (entry instanceof String text) {
            Optional<VaryIndex> index = VaryIndex.parse(text);
            if (index.isPresent()) {
                key = variantKey(urlKey, index.get(), request, visitor);
                entry = cache.get(key).orElse(null);
            }
        }
        return new Found(urlKey, key, read.generation(), entry instanceof StoredResponse stored ? stored : null);
    }

    /** Deletes what is stored for that URL, all variants at once. True when there was something. */
    boolean delete(PageRegion region, URI uri) {
        try {
            Cache cache = caches.get(region.cache());
            boolean ofGet = cache.delete(key(cache, region, "GET", uri));
            boolean ofHead = cache.delete(key(cache, region, "HEAD", uri));
            return ofGet || ofHead;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    private String key(Cache cache, PageRegion region, String method, URI uri) {
        return generations.current(cache, region, uri, PageKeys.ofUrl(region.keyPrefix(), method, uri));
    }

    /** The key under which something is stored for that URL. */
    Optional<String> key(PageRegion region, URI uri) {
        try {
            Cache cache = caches.get(region.cache());
            return Optional.of(key(cache, region, "GET", uri)).filter(cache::hasKey);
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
     * @param generation as found before the response was made
     */
    void store(
            PagePolicy policy,
            RequestHead request,
            Visitor visitor,
            StoredResponse response,
            Duration lifetime,
            String generation) {
        try {
            Cache cache = caches.get(policy.cache());
            String urlKey = Generations.key(urlKey(policy, request.method(), request), generation);
            Optional<VaryIndex> index = index(cache, urlKey, names(policy, response), policy);
            String key = index.map(i -> variantKey(urlKey, i, request, visitor)).orElse(urlKey);
            cache.set(key, response, Timeout.of(lifetime));
            warned.set(false);
        } catch (RuntimeException e) {
            failed(e);
        }
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
            if (write(cache, urlKey, entry, index, timeout)) {
                return Optional.of(index);
            }
        }
        return Optional.of(VaryIndex.begin(names));
    }

    private static boolean write(Cache cache, String urlKey, @Nullable Object entry, VaryIndex index, Timeout timeout) {
        String text = index.toString();
        if (entry == null) {
            return cache.add(urlKey, text, timeout);
        }
        if (entry.equals(text)) {
            return cache.touch(urlKey, timeout);
        }
        cache.set(urlKey, text, timeout);
        return true;
    }

    private static List<String> names(PagePolicy policy, StoredResponse response) {
        TreeSet<String> names = new TreeSet<>(response.vary().names());
        names.addAll(policy.negotiated());
        return new ArrayList<>(names);
    }

    private static String urlKey(PagePolicy policy, String method, RequestHead request) {
        return PageKeys.ofUrl(policy.keyPrefix(), method, request.uri());
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

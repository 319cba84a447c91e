package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cachette.Cache;
import org.cachette.CacheConfigurationException;
import org.cachette.Caches;
import org.cachette.Timeout;
import org.cachette.config.GroupSettings;
import org.cachette.http.CacheGroups;
import org.cachette.http.Origin;
import org.cachette.http.StoredResponse;

/**
 * The groups that pages say they are in (RFC 9875). For each group of an origin a mark stands beside the pages: the
 * milliseconds at which it was invalidated. A page is right while the marks of all its groups are there and are older
 * than it; so a mark that was lost costs pages, and never brings one back. Safe for use by several threads.
 */
final class PageGroups {

    private static final Logger LOG = System.getLogger("org.cachette.page");

    /** Pages in more groups are not kept: each hit asks for the marks of all. */
    private static final int MOST = 128;

    private final Caches caches;

    private final GroupSettings settings;

    PageGroups(Caches caches, GroupSettings settings) {
        this.caches = caches;
        this.settings = settings;
    }

    /** What was found, without a response that one of its groups has taken along. */
    PageEntries.Found right(PageEntries.Found found, PageRegion region, URI uri) {
        StoredResponse stored = found.response();
        return stored == null || !settings.honoured() || !stored.isInGroups() || isRight(stored, region, uri)
                ? found
                : new PageEntries.Found(found.urlKey(), found.key(), found.generation(), null, List.of());
    }

    private boolean isRight(StoredResponse stored, PageRegion region, URI uri) {
        List<String> groups = CacheGroups.of(stored.headers());
        try {
            List<String> keys =
                    groups.stream().map(group -> key(region, uri, group)).toList();
            Map<String, Object> marks = caches.get(region.cache()).getMany(keys);
            long made = stored.storedAt().toEpochMilli();
            return keys.stream().allMatch(key -> marks.get(key) instanceof Long mark && mark < made);
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    /**
     * Notes the groups of a response that is to be stored. False when one was invalidated since its making began.
     *
     * @param kept how long the response is kept
     */
    boolean note(StoredResponse response, Instant begun, PageRegion region, URI uri, Duration kept) {
        List<String> groups = CacheGroups.of(response.headers());
        if (groups.isEmpty() || !settings.honoured()) {
            return true;
        }
        try {
            Cache cache = caches.get(region.cache());
            if (settings.invalidated()) {
                remember(cache, pageKey(region, uri), groups, kept);
            }
            return groups.size() <= MOST
                    && groups.stream().allMatch(group -> note(cache, key(region, uri, group), begun.toEpochMilli()));
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    private static boolean note(Cache cache, String key, long begun) {
        return cache.add(key, begun - 1, Timeout.FOREVER)
                || cache.get(key, Long.class).filter(mark -> mark < begun).isPresent();
    }

    /** For when the page is dropped: its variants may be in different groups. */
    private static void remember(Cache cache, String key, List<String> groups, Duration kept) {
        Set<String> all = new LinkedHashSet<>(ofPage(cache, key));
        all.addAll(groups);
        CacheGroups.format(all, Integer.MAX_VALUE).ifPresent(field -> cache.set(key, field, Timeout.of(kept)));
    }

    private static List<String> ofPage(Cache cache, String key) {
        return cache.get(key)
                .map(field -> CacheGroups.parse(List.of(field.toString())))
                .orElse(List.of());
    }

    /** Invalidates all pages in the groups of a page that was dropped on purpose; theirs are not followed any further. */
    void invalidateWith(Instant now, PageRegion region, URI uri) {
        if (!settings.honoured() || !settings.invalidated()) {
            return;
        }
        try {
            Cache cache = caches.get(region.cache());
            String key = pageKey(region, uri);
            ofPage(cache, key).forEach(group -> invalidate(group, now, region, uri));
            cache.delete(key);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Invalidates all pages of a group on the origin of that URI. */
    void invalidate(String group, Instant now, PageRegion region, URI uri) {
        if (!settings.honoured()) {
            return;
        }
        try {
            caches.get(region.cache()).set(key(region, uri, group), now.toEpochMilli(), Timeout.FOREVER);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private static String key(PageRegion region, URI uri, String group) {
        return "group#" + digest(region, uri, group);
    }

    private static String pageKey(PageRegion region, URI uri) {
        String query = region.query().apply(uri.getRawQuery()).orElse("");
        return "groups-of#" + digest(region, uri, String.valueOf(uri.getRawPath()), query);
    }

    private static String digest(PageRegion region, URI uri, String... rest) {
        StringBuilder key = new StringBuilder();
        Stream.concat(Stream.of(region.keyPrefix(), Origin.scheme(uri), Origin.authority(uri)), Stream.of(rest))
                .forEach(part -> key.append(part.length()).append(':').append(part));
        return ShortKeys.digest(key.toString());
    }

    private static void failed(RuntimeException failure) {
        if (failure instanceof CacheConfigurationException) {
            throw failure;
        }
        LOG.log(Level.DEBUG, "pages in groups are made anew, since their cache failed: {0}", failure.toString());
    }
}

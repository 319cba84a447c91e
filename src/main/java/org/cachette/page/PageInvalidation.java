package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cachette.http.Invalidation;
import org.cachette.http.RequestHead;
import org.cachette.http.ResponseHead;

/** Drops pages that are not right any more. Safe for use by several threads. */
public final class PageInvalidation {

    private static final Logger LOG = System.getLogger("org.cachette.page");

    private final PageEntries entries;
    private final Changes changes;
    private final PageGroups groups;
    private final InstantSource clock;
    private final Set<PageRegion> regions;

    /** @param regions where the application's pages are; what joins this set later counts from then on */
    public PageInvalidation(PageCache pages, Set<PageRegion> regions) {
        this.entries = pages.entries();
        this.changes = pages.changes();
        this.groups = pages.groups();
        this.clock = pages.clock();
        this.regions = regions;
    }

    /** After an answer: what a method that may have changed something has made outdated (RFC 9111 section 4.4). */
    public void after(RequestHead request, int status, Map<String, List<String>> headers) {
        Invalidation invalidation = Invalidation.of(request, new ResponseHead(status, headers));
        for (URI uri : invalidation.uris()) {
            boolean any = invalidate(uri);
            LOG.log(
                    Level.DEBUG,
                    "{0}: {1}, {2}",
                    uri,
                    any ? "invalidated" : "nothing was stored",
                    invalidation.reason());
        }
        for (String group : invalidation.groups()) {
            regions.forEach(region -> groups.invalidate(group, clock.instant(), region, request.uri()));
            LOG.log(
                    Level.DEBUG,
                    "group {0} of {1}: invalidated",
                    group,
                    request.uri().getRawAuthority());
        }
    }

    /**
     * Drops all variants of a page, and keeps those that are being made from being stored. True when there was one.
     *
     * @param uri absolute
     */
    public boolean invalidate(URI uri) {
        changes.changed(Changes.hash(uri));
        return delete(uri);
    }

    private boolean delete(URI uri) {
        boolean any = false;
        for (PageRegion region : regions) {
            any |= entries.delete(region, uri);
        }
        return any;
    }

    /** Drops a page on purpose: as {@link #invalidate}, and the pages of its groups with it. */
    boolean purge(URI uri) {
        dropGroupsOf(uri);
        return invalidate(uri);
    }

    private void dropGroupsOf(URI uri) {
        regions.forEach(region -> groups.invalidateWith(clock.instant(), region, uri));
    }

    void opened(URI uri) {
        changes.opened(Changes.hash(uri));
    }

    void closed(URI uri, boolean changed) {
        changes.closed(Changes.hash(uri));
        if (changed) {
            dropGroupsOf(uri);
            delete(uri);
        }
    }

    /** Drops all pages whose URI begins so, and makes those useless that are being made. */
    void invalidatePrefix(URI prefix) {
        regions.forEach(region -> entries.drop(region, generations -> generations.without(prefix)));
    }

    /** Drops all pages. */
    void clear() {
        regions.forEach(region -> entries.drop(region, generations -> PageGenerations.begin()));
    }

    /** The key of the URL's entry, where there is one. */
    Optional<String> key(URI uri) {
        return regions.stream()
                .flatMap(region -> entries.key(region, uri).stream())
                .findFirst();
    }
}

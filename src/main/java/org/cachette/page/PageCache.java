package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import org.cachette.Caches;
import org.cachette.http.CacheStatus.Forward;
import org.cachette.http.RequestHead;
import org.cachette.http.Sharing;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;

/** Looks pages up before the method runs. Safe for use by several threads. */
public final class PageCache {

    private static final Logger LOG = System.getLogger("org.cachette.page");

    private final PageEntries entries;
    private final Changes changes = new Changes();
    private final InstantSource clock;

    public PageCache(Caches caches, InstantSource clock) {
        this.entries = new PageEntries(caches);
        this.clock = clock;
    }

    /** Looks for a stored response for this exchange and notes the outcome in it. */
    public PageLookup lookup(Exchange exchange, PagePolicy policy) {
        Visitor visitor = exchange.visitorNow();
        RequestHead request = exchange.request();
        long stamp = request == null ? 0 : changes.stamp(Changes.hash(request.uri()));
        PageLookup outcome = find(exchange, request, policy, visitor);
        exchange.lookedUp(policy, outcome, visitor, stamp);
        if (!(outcome instanceof PageLookup.Hit) && !policy.varying().isEmpty()) {
            exchange.declare(
                    declarations -> declarations.varyOn(policy.varying().toArray(String[]::new)));
        }
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, "{0}: {1}", describe(request), outcome);
        }
        return outcome;
    }

    private PageLookup find(Exchange exchange, @Nullable RequestHead request, PagePolicy policy, Visitor visitor) {
        if (request == null) {
            return new PageLookup.Bypass("no resource method was matched");
        }
        if (!request.isGetOrHead()) {
            return new PageLookup.Bypass(Forward.METHOD, "only GET and HEAD are cached");
        }
        if (exchange.hasContent()) {
            return new PageLookup.Bypass("the request has content, which is not part of the key");
        }
        if (exchange.declarations().forbidStoring()) {
            return new PageLookup.Bypass("it was declared never to be cached");
        }
        StoredResponse stored = entries.find(policy, request, visitor);
        if (stored == null) {
            return new PageLookup.Miss(Forward.MISS, "there is no entry");
        }
        if (!stored.expiresAt().isAfter(clock.instant())) {
            return new PageLookup.Miss(Forward.STALE, "the entry is stale");
        }
        Sharing sharing = Sharing.of(request, visitor, stored.directives(), stored.vary());
        return sharing.allowed() ? new PageLookup.Hit(stored) : new PageLookup.Bypass(sharing.reason());
    }

    static String describe(@Nullable RequestHead request) {
        return request == null ? "?" : request.method() + " " + request.uri().getRawPath();
    }

    Changes changes() {
        return changes;
    }

    PageEntries entries() {
        return entries;
    }
}

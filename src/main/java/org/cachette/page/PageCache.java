package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.cachette.Caches;
import org.cachette.config.ReuseSettings;
import org.cachette.http.CacheDirectives;
import org.cachette.http.CacheStatus.Forward;
import org.cachette.http.RequestHead;
import org.cachette.http.Reuse;
import org.cachette.http.Sharing;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;

/** Looks pages up before the method runs. Safe for use by several threads. */
public final class PageCache {

    private static final Logger LOG = System.getLogger("org.cachette.page");

    private static final int MOST_TURNS = 4;

    private final PageEntries entries;
    private final PageGroups groups;
    private final Changes changes = new Changes();
    private final Flights flights;
    private final ReuseSettings settings;
    private final EntryUse use;
    private final InstantSource clock;

    /** @param longestWait of a request for another one that makes the same page; zero: nobody waits */
    public PageCache(Caches caches, InstantSource clock, Duration longestWait) {
        this(caches, clock, longestWait, ReuseSettings.PLAIN);
    }

    /**
     * A page cache that uses its entries as it is told.
     *
     * @param longestWait of a request for another one that makes the same page; zero: nobody waits
     */
    public PageCache(Caches caches, InstantSource clock, Duration longestWait, ReuseSettings settings) {
        this(caches, clock, longestWait, settings, () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    PageCache(Caches caches, InstantSource clock, Duration longestWait, ReuseSettings settings, DoubleSupplier random) {
        this.entries = new PageEntries(caches);
        this.groups = new PageGroups(caches, settings.groups());
        this.flights = new Flights(longestWait, clock);
        this.settings = settings;
        this.use = new EntryUse(
                settings.rules(), new EarlyRefresh(settings.earlyRefresh(), random), flights::isUnderway, clock);
        this.clock = clock;
    }

    /**
     * Looks for a stored response for this exchange and notes the outcome in it. Where another exchange is about to
     * store it, that is waited for.
     */
    public PageLookup lookup(Exchange exchange, PagePolicy policy) {
        RequestHead request = exchange.request();
        PageLookup outcome = look(exchange, request, policy);
        if (outcome instanceof PageLookup.Miss miss && request != null && mayWait(exchange, request, miss)) {
            outcome = awaitFirst(exchange, request, policy, miss);
        }
        if (outcome instanceof PageLookup.Miss miss
                && miss.entry() != null
                && request != null
                && !saysNoStore(request)) {
            exchange.askWhetherRight(miss.entry());
        }
        if (!(outcome instanceof PageLookup.Hit)) {
            declareVariation(exchange, policy);
        }
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, "{0}: {1}", describe(request), outcome);
        }
        return outcome;
    }

    /**
     * The hit that a lookup would give, where there is nothing to do but to send it: it is fresh, and no request is to
     * make it anew before its time. Else null, and nothing has happened.
     */
    public PageLookup.@Nullable Hit freshHit(Exchange exchange, PagePolicy policy) {
        return settings.earlyRefresh() == 0
                        && look(exchange, exchange.request(), policy) instanceof PageLookup.Hit hit
                        && hit.reuse().outcome() == Reuse.Outcome.FRESH
                ? hit
                : null;
    }

    private static void declareVariation(Exchange exchange, PagePolicy policy) {
        if (!policy.groups().isEmpty()) {
            exchange.declare(said -> said.inGroups(policy.groups().toArray(String[]::new)));
        }
        if (!policy.varying().isEmpty()) {
            exchange.declare(said -> said.varyOn(policy.varying().toArray(String[]::new)));
        }
        if (!policy.keys().cookies().isEmpty()) {
            exchange.declare(said -> said.varyOnCookie(policy.keys().cookies().toArray(String[]::new)));
        }
    }

    private PageLookup look(Exchange exchange, @Nullable RequestHead request, PagePolicy policy) {
        AskedVisitor who = new AskedVisitor(exchange::visitorNow);
        long stamp = request == null ? 0 : changes.stamp(Changes.hash(request.uri()));
        PageLookup outcome = find(exchange, request, policy, who);
        if (!(outcome instanceof PageLookup.Bypass)) {
            who.ask();
        }
        exchange.lookedUp(policy, outcome, who, stamp, clock.instant());
        return outcome;
    }

    /**
     * Nobody waits for a page that may be an identified visitor's own, or for one that the request keeps out; nor who
     * wants another than the one that is there, or has only to know its headers.
     */
    private boolean mayWait(Exchange exchange, RequestHead request, PageLookup.Miss miss) {
        return !flights.areOff()
                && miss.why() != Forward.REQUEST
                && (miss.entry() == null || request.method().equals("GET"))
                && !Sharing.isIdentified(request, exchange.visitor())
                && !saysNoStore(request);
    }

    private static boolean saysNoStore(RequestHead request) {
        List<String> directives = request.lines("cache-control");
        return !directives.isEmpty() && CacheDirectives.parse(directives).noStore();
    }

    /** The first who learns what a page varies on is about to store a variant, maybe the one that was missed. */
    private PageLookup awaitFirst(Exchange exchange, RequestHead request, PagePolicy policy, PageLookup.Miss missed) {
        long deadline = flights.deadline();
        if (missed.place().equals(missed.urlPlace()) || !flights.awaitStored(missed.urlPlace(), deadline)) {
            return await(exchange, request, policy, missed, deadline);
        }
        exchange.markWaited();
        return look(exchange, request, policy) instanceof PageLookup.Miss miss
                ? await(exchange, request, policy, miss, deadline)
                : Objects.requireNonNull(exchange.lookup());
    }

    /** Until it is known what the page varies on, and for the variant; not for ever, where names are added all the time. */
    private PageLookup await(
            Exchange exchange, RequestHead request, PagePolicy policy, PageLookup.Miss missed, long deadline) {
        PageLookup.Miss miss = missed;
        for (int turn = 1; ; turn++) {
            Flight own = turn < MOST_TURNS ? flights.board(miss.place(), deadline) : flights.alone(miss.place());
            if (own != null && !changes.hasChanged(Changes.hash(request.uri()), exchange.stamp())) {
                exchange.boarded(own);
                return miss;
            }
            // Stored by whom it waited for, or after it was missed and before it was its turn.
            PageLookup again = look(exchange, request, policy);
            boolean isSame =
                    again instanceof PageLookup.Miss other && other.place().equals(miss.place());
            if (own != null && again instanceof PageLookup.Miss && (isSame || turn >= MOST_TURNS)) {
                exchange.boarded(own);
                return again;
            }
            leave(exchange, own, isSame, miss.place());
            if (!(again instanceof PageLookup.Miss another)) {
                return again;
            }
            miss = another;
        }
    }

    /** Goes on with a hit, or to another place. */
    private void leave(Exchange exchange, @Nullable Flight own, boolean isStillMissing, String place) {
        if (own != null) {
            own.land(Landing.STORED);
            return;
        }
        exchange.markWaited();
        if (isStillMissing) {
            // It was stored, and is not there: the store does not keep such pages.
            flights.remember(place);
        }
    }

    private PageLookup find(
            Exchange exchange, @Nullable RequestHead request, PagePolicy policy, Supplier<Visitor> who) {
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
        PageEntries.Found found = entries.find(policy, request, who);
        exchange.foundIn(found.generation());
        return use.of(groups.right(found, policy.region(), request.uri()), exchange, request, policy, who);
    }

    /**
     * Whether a stale page is to stand in for an exception of the method, or is forbidden to, so that the answer is 504.
     * Of one that the server does not turn into a response, an error response has to be made for that; it is told of
     * here, since nobody else will see it.
     */
    public boolean standsInFor(Exchange exchange, Throwable failure) {
        Reuse instead = exchange.isUnmapped(failure) ? use.instead(exchange).orElse(null) : null;
        if (instead == null) {
            return false;
        }
        String what = instead.outcome().isHit()
                ? "a stale page stands in for it"
                : "it is answered with 504, since " + instead.reason();
        LOG.log(Level.WARNING, () -> describe(exchange.request()) + ": " + what, failure);
        exchange.markUnanswered();
        return true;
    }

    static String describe(@Nullable RequestHead request) {
        return request == null ? "?" : request.method() + " " + request.uri().getRawPath();
    }

    /** To be told before the first request: somebody may drop pages by prefix, or all of them. */
    public void droppedByPrefix() {
        entries.useGenerations();
    }

    Changes changes() {
        return changes;
    }

    PageEntries entries() {
        return entries;
    }

    PageGroups groups() {
        return groups;
    }

    InstantSource clock() {
        return clock;
    }

    EntryUse use() {
        return use;
    }

    ReuseSettings settings() {
        return settings;
    }
}

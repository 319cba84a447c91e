package org.cachette.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cachette.http.CacheStatus.Forward;
import org.cachette.http.EffectiveControl;
import org.cachette.http.RequestCookies;
import org.cachette.http.RequestHead;
import org.cachette.http.Reuse;
import org.cachette.http.Reuse.Outcome;
import org.cachette.http.ReuseRules;
import org.cachette.http.Sharing;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;

/** What an entry is good for in one exchange. Safe for use by several threads. */
final class EntryUse {

    private static final Map<String, List<String>> REFUSAL = Map.of("Cache-Control", List.of("no-store"));

    private final ReuseRules rules;
    private final EarlyRefresh early;
    private final Predicate<String> underway;
    private final InstantSource clock;

    EntryUse(ReuseRules rules, EarlyRefresh early, Predicate<String> underway, InstantSource clock) {
        this.rules = rules;
        this.early = early;
        this.underway = underway;
        this.clock = clock;
    }

    /** @param who the visitor, asked for only where that decides */
    PageLookup of(
            PageEntries.Found found, Exchange exchange, RequestHead request, PagePolicy policy, Supplier<Visitor> who) {
        Instant now = clock.instant();
        StoredResponse stored = found.response();
        Place place = new Place(policy, found);
        if (stored == null) {
            Reuse none = Reuse.ofNothing(request, rules);
            return none.outcome() == Outcome.REFUSE
                    ? refusal(none, place, now)
                    : place.miss(Forward.MISS, none.reason(), null);
        }
        Reuse reuse = Reuse.of(stored, request, rules, now);
        Sharing sharing = sharing(
                stored,
                request,
                () -> Variation.known(who.get(), !found.cookies().isEmpty()));
        if (reuse.outcome() == Outcome.REFUSE) {
            return refusal(reuse, place, now);
        }
        if (reuse.outcome() == Outcome.STALE_WHILE_REVALIDATE && !canBeRefreshed(found, exchange, request, who)) {
            return missed(stored, "it is stale", sharing, request, place, now);
        }
        if (!reuse.outcome().isHit()) {
            return missed(
                    reuse.outcome() == Outcome.VALIDATE ? stored : null, reuse.reason(), sharing, request, place, now);
        }
        if (sharing.allowed() && reuse.outcome() == Outcome.FRESH && isEarly(stored, request, place, now)) {
            return place.miss(Forward.STALE, "it is made anew before it ends", stored);
        }
        if (sharing.allowed()) {
            return new PageLookup.Hit(stored, reuse, place.key(), found.names());
        }
        Reuse alone = Reuse.ofNothing(request, rules);
        return alone.outcome() == Outcome.REFUSE ? refusal(alone, place, now) : new PageLookup.Bypass(sharing.reason());
    }

    private boolean isEarly(StoredResponse stored, RequestHead request, Place place, Instant now) {
        return request.method().equals("GET")
                && Reuse.ofNothing(request, rules).outcome() != Outcome.REFUSE
                && early.isDue(stored, now)
                && !underway.test(place.key());
    }

    /** A request of nobody has header fields as they were sent, and no content. */
    private static boolean canBeRefreshed(
            PageEntries.Found found, Exchange exchange, RequestHead request, Supplier<Visitor> who) {
        return request.aspects().isEmpty()
                && exchange.canBeRefreshed(request, who.get())
                && RequestCookies.parse(request.lines("Cookie")).canBeLessened(found.cookies());
    }

    /** Why the entry that was found may stand in for an error of the method; empty when it may not. */
    Optional<Reuse> standingIn(Exchange exchange) {
        return instead(exchange).filter(verdict -> verdict.outcome().isHit());
    }

    /** The same where the method gave no answer: also why nothing may stand in, so that the answer is 504. */
    Optional<Reuse> instead(Exchange exchange) {
        RequestHead request = exchange.request();
        if (request == null || !(exchange.lookup() instanceof PageLookup.Miss miss)) {
            return Optional.empty();
        }
        StoredResponse entry = miss.entry();
        if (entry == null) {
            return Optional.empty();
        }
        Visitor visitor = Variation.known(exchange.visitorNow(), !miss.cookies().isEmpty());
        if (!sharing(entry, request, () -> visitor).allowed()) {
            return Optional.empty();
        }
        Reuse verdict = Reuse.instead(entry, request, rules, clock.instant());
        return Optional.of(verdict).filter(each -> each.outcome().isHit() || each.outcome() == Outcome.REFUSE);
    }

    /** The answer where there is none. */
    static StoredResponse refusal(Instant now) {
        return new StoredResponse(504, REFUSAL, new byte[0], now, now);
    }

    /** Whether that visitor may see the entry. */
    private Sharing sharing(StoredResponse stored, RequestHead request, Supplier<Visitor> visitor) {
        return Sharing.of(
                request, visitor, EffectiveControl.of(stored, rules.targets()).directives(), stored.vary());
    }

    private PageLookup missed(
            @Nullable StoredResponse stored,
            String reason,
            Sharing sharing,
            RequestHead request,
            Place place,
            Instant now) {
        boolean byRequest = stored != null
                && rules.requestDirectives()
                && Reuse.of(stored, request, rules.withRequestDirectives(false), now)
                                .outcome()
                        == Outcome.FRESH;
        return place.miss(byRequest ? Forward.REQUEST : Forward.STALE, reason, sharing.allowed() ? stored : null);
    }

    private static PageLookup refusal(Reuse reuse, Place place, Instant now) {
        return new PageLookup.Hit(refusal(now), reuse, place.key(), List.of());
    }

    /** Where the page would be: the cache and the key of the URL, and those of the entry. */
    private record Place(PagePolicy policy, PageEntries.Found found) {

        String url() {
            return policy.cache() + " " + found.urlKey();
        }

        String key() {
            return policy.cache() + " " + found.key();
        }

        PageLookup miss(Forward why, String reason, @Nullable StoredResponse entry) {
            return new PageLookup.Miss(why, reason, url(), key(), entry, found.cookies());
        }
    }
}

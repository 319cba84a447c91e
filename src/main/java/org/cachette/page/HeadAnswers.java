package org.cachette.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cachette.http.Freshening;
import org.cachette.http.RequestHead;
import org.cachette.http.ResponseHead;
import org.cachette.http.Storability;
import org.cachette.http.Storability.Outcome;
import org.cachette.http.StoredResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to a HEAD says about the entry of the GET that it could have been answered from (RFC 9111 section
 * 4.3.5). Safe for use by several threads.
 */
final class HeadAnswers {

    private static final List<String> OF_THE_CONTENT = List.of("ETag", "Last-Modified", "Content-Length");

    private final PageStore store;
    private final NewResponses making;
    private final PageVerdicts verdicts;
    private final PageEntries entries;
    private final InstantSource clock;

    HeadAnswers(PageStore store, NewResponses making, PageVerdicts verdicts, PageEntries entries, InstantSource clock) {
        this.store = store;
        this.making = making;
        this.verdicts = verdicts;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Makes the entry fresh, or stale where its content is another one now. True when it is stored as fresh.
     *
     * @param headers with all that was declared, and with what is known from a whole body
     * @param cookies on which the page depends, in place of the whole field; none: the whole
     */
    boolean freshen(
            Exchange exchange,
            int status,
            Map<String, List<String>> headers,
            Map<String, List<String>> afterFilters,
            Set<String> cookies) {
        RequestHead request = exchange.request();
        StoredResponse stored = request == null || status != 200 ? null : entry(exchange, request);
        if (request == null || stored == null || !mayChange(exchange, stored)) {
            return false;
        }
        ResponseHead head = new ResponseHead(
                200,
                making.response(exchange, 200, headers, afterFilters, new byte[0], Duration.ZERO)
                        .headers());
        Instant now = clock.instant();
        Freshening freshening = Freshening.byHead(stored, head, now);
        Storability verdict = verdicts.on(exchange, new ResponseHead(200, freshening.headers()));
        RequestHead get = request.withMethod("GET");
        if (freshening.applies() && verdict.outcome() == Outcome.STORE) {
            return saysEnough(exchange, head)
                    && store.store(
                            exchange,
                            get,
                            new StoredResponse(
                                    200,
                                    making.merged(exchange, freshening.headers()),
                                    stored.body(),
                                    now,
                                    now.plus(verdict.lifetime())),
                            cookies,
                            canBeValidated(stored));
        }
        if (stored.expiresAt().isAfter(now)) {
            store.store(exchange, get, ended(stored, now), cookies, canBeValidated(stored));
        }
        return false;
    }

    /** The entry of the GET that could have been the answer: neither a HEAD's own, nor one that came meanwhile. */
    private @Nullable StoredResponse entry(Exchange exchange, RequestHead request) {
        PagePolicy policy = exchange.policy();
        StoredResponse missed = exchange.lookup() instanceof PageLookup.Miss miss ? miss.entry() : null;
        if (missed == null || policy == null || !request.method().equals("HEAD")) {
            return null;
        }
        StoredResponse stored = entries.find(policy, request.withMethod("GET"), exchange::visitor)
                .response();
        return stored != null && stored.equals(missed) ? stored : null;
    }

    /** Whether such a page could come from this exchange: not from one that is for its visitor alone, or never stored. */
    private boolean mayChange(Exchange exchange, StoredResponse stored) {
        return verdicts.on(exchange, new ResponseHead(stored.status(), stored.headers()))
                        .outcome()
                != Outcome.LEAVE;
    }

    /** A method that answers HEAD itself may well say nothing; only where headers rule is that a word about the content. */
    private static boolean saysEnough(Exchange exchange, ResponseHead head) {
        return PageStore.isByOwnHeaders(exchange)
                || OF_THE_CONTENT.stream().anyMatch(name -> !head.lines(name).isEmpty());
    }

    private static boolean canBeValidated(StoredResponse stored) {
        return OwnValidators.areIn(OwnValidators.only(stored).headers());
    }

    private static StoredResponse ended(StoredResponse stored, Instant now) {
        return new StoredResponse(stored.status(), stored.headers(), stored.body(), stored.storedAt(), now);
    }
}

package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cachette.http.EntityTag;
import org.cachette.http.Freshening;
import org.cachette.http.HeaderPatch;
import org.cachette.http.Preconditions;
import org.cachette.http.RequestHead;
import org.cachette.http.ResponseHead;
import org.cachette.http.Reuse;
import org.cachette.http.Storability;
import org.cachette.http.StoredResponse;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an entry that could not be used as it was, once the method has answered (RFC 9111 sections 4.3.3 and
 * 4.3.4, RFC 5861 section 4). Safe for use by several threads.
 */
final class Revalidation {

    private static final Logger LOG = System.getLogger("org.cachette.page");

    private static final Map<String, List<String>> FAILURE = Map.of("Cache-Control", List.of("no-store"));

    private final PageStore store;
    private final NewResponses making;
    private final EntryUse use;
    private final StatusReport report;
    private final InstantSource clock;

    Revalidation(PageStore store, NewResponses making, EntryUse use, StatusReport report, InstantSource clock) {
        this.store = store;
        this.making = making;
        this.use = use;
        this.report = report;
        this.clock = clock;
    }

    /** What the client gets instead; null for the answer itself. */
    @Nullable
    Replacement replacement(
            Exchange exchange, int status, Map<String, List<String>> headers, Map<String, List<String>> held) {
        RequestHead request = exchange.request();
        StoredResponse entry = exchange.lookup() instanceof PageLookup.Miss miss ? miss.entry() : null;
        if (entry == null || request == null) {
            return null;
        }
        if (Reuse.isFailure(status)) {
            return standingIn(exchange, entry, status);
        }
        return status == 304 && exchange.isValidating()
                ? validated(exchange, request, entry, headers, cookies(exchange, held))
                : null;
    }

    private @Nullable Replacement standingIn(Exchange exchange, StoredResponse entry, int status) {
        Reuse verdict = (exchange.isUnanswered() ? use.instead(exchange) : use.standingIn(exchange)).orElse(null);
        if (verdict == null) {
            return null;
        }
        exchange.landed(Landing.FAILED);
        return new Replacement(
                verdict.outcome().isHit() ? entry : EntryUse.refusal(clock.instant()),
                report.ofEntry(exchange, status, false, verdict.reason(), verdict.ttl()));
    }

    private @Nullable Replacement validated(
            Exchange exchange,
            RequestHead client,
            StoredResponse entry,
            Map<String, List<String>> headers,
            Set<String> cookies) {
        StoredResponse asked = OwnValidators.only(entry);
        Map<String, List<String>> given = coded(entry, headers);
        if (isForTheClient(client, asked, given)) {
            return null;
        }
        Freshening freshening = Freshening.by304(
                asked,
                new ResponseHead(
                        304,
                        making.response(exchange, 304, given, given, new byte[0], Duration.ZERO)
                                .headers()),
                clock.instant());
        return freshening.applies()
                ? freshened(exchange, client, entry, freshening, cookies)
                : contradicted(exchange, client, given, freshening.reason());
    }

    /** The entry with its content and the newer fields, judged as if it were new. */
    private Replacement freshened(
            Exchange exchange, RequestHead client, StoredResponse entry, Freshening freshening, Set<String> cookies) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(making.merged(exchange, freshening.headers()));
        for (String added : List.of("ETag", "Last-Modified")) {
            if (!headers.containsKey(added) && entry.headers().containsKey(added)) {
                headers.put(added, entry.lines(added));
            }
        }
        if (!cookies.isEmpty()) {
            headers = HeaderPatch.vary(headers, "Cookie");
        }
        Storability verdict = store.judge(exchange, entry.status(), headers);
        Instant now = clock.instant();
        StoredResponse newer =
                new StoredResponse(entry.status(), headers, entry.body(), now, now.plus(verdict.lifetime()));
        boolean stored =
                verdict.outcome() == Storability.Outcome.STORE && store.store(exchange, client, newer, cookies, true);
        if (verdict.outcome() != Storability.Outcome.STORE) {
            store.drop(exchange, client);
        }
        return new Replacement(newer, report.ofEntry(exchange, 304, stored, freshening.reason(), verdict.lifetime()));
    }

    /**
     * The cookies that keep the entry apart from now on, in place of the whole field. Those that did, and any that were
     * named now: what the method says after it has looked at the conditions is said with its content only. Where the
     * whole field did, or was named now, it does.
     */
    private static Set<String> cookies(Exchange exchange, Map<String, List<String>> held) {
        if (!(exchange.lookup() instanceof PageLookup.Miss miss)
                || miss.cookies().isEmpty()) {
            return PageCookies.bySettings(exchange);
        }
        exchange.declare(said -> said.varyOnCookie(miss.cookies().toArray(String[]::new)));
        return PageCookies.of(exchange, held);
    }

    /**
     * A 304 about something else than the entry: for a client that has that, it is the answer; for another one there is
     * none, and the next request is made without conditions.
     */
    private @Nullable Replacement contradicted(
            Exchange exchange, RequestHead client, Map<String, List<String>> given, String reason) {
        store.drop(exchange, client);
        if (Preconditions.evaluate(client, 200, given).notModified()) {
            return null;
        }
        LOG.log(
                Level.WARNING,
                "{0}: the method answered 304, but {1}: it looks at other conditions than those of the request",
                PageCache.describe(client),
                reason);
        Instant now = clock.instant();
        StoredResponse failure = new StoredResponse(502, FAILURE, new byte[0], now, now);
        return new Replacement(failure, report.ofEntry(exchange, 304, false, reason, Duration.ZERO));
    }

    /**
     * Whether a 304 without validators may be about the client's own conditions, which the method may know from
     * elsewhere; then it is right for the client, but says nothing certain about the entry.
     */
    private static boolean isForTheClient(
            RequestHead client, StoredResponse asked, Map<String, List<String>> notModified) {
        return !OwnValidators.areIn(notModified)
                && Preconditions.evaluate(client, asked.status(), asked.headers())
                        .notModified()
                && !client.lines("if-modified-since").equals(asked.lines("Last-Modified"));
    }

    /** A 304 comes before the content is put into a coding, which has made the entry's tag a weak one. */
    private static Map<String, List<String>> coded(StoredResponse entry, Map<String, List<String>> notModified) {
        boolean weak = entry.field("ETag")
                .flatMap(EntityTag::parse)
                .filter(EntityTag::weak)
                .isPresent();
        if (!weak || entry.lines("Content-Encoding").isEmpty()) {
            return notModified;
        }
        Map<String, List<String>> coded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        coded.putAll(notModified);
        coded.computeIfPresent("ETag", (name, lines) -> lines.stream()
                .map(line -> EntityTag.parse(line)
                        .map(tag -> tag.weakened().toString())
                        .orElse(line))
                .toList());
        return coded;
    }
}

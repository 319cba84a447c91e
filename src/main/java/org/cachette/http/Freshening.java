package org.cachette.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a newer answer says about an entry (RFC 9111 sections 4.3.4 and 4.3.5). Immutable. The fields given are to be
 * judged by {@link Storability} again, since a 304 may say {@code private} or another {@code Vary}, before the entry is
 * written anew with them and its old content.
 *
 * @param applies whether the answer is about this entry and leaves its content right
 * @param reason a sentence that says why, or why not
 * @param headers the entry's fields as they are now; those it had where the answer does not apply
 */
public record Freshening(boolean applies, String reason, Map<String, List<String>> headers) {

    // The content is kept as it came, so what describes these bytes stays (RFC 9111 section 3.2); a digest of a 304's
    // content is that of nothing, and a cookie set now is for one visitor.
    private static final Set<String> KEPT = Set.of(
            "content-length", "content-encoding", "content-range", "content-digest", "set-cookie", "set-cookie2");

    /**
     * What a 304 to our own conditions says. With a strong entity tag it is about the entry with that very tag; with a
     * weak one, or a date, about the entry that has the same; with neither about the entry that our conditions named,
     * since each asks for one entry.
     *
     * @param now when the answer was there, for one without {@code Date}
     */
    public static Freshening by304(StoredResponse stored, ResponseHead notModified, Instant now) {
        Optional<EntityTag> newer = tag(notModified.field("ETag"));
        Optional<EntityTag> own = tag(stored.field("ETag"));
        if (newer.isPresent() && own.isPresent()) {
            if (!newer.get().weakMatches(own.get())
                    || (!newer.get().weak() && own.get().weak())) {
                return outdated(stored, "the 304 is about another entity tag");
            }
            return updated(stored, notModified, "the 304 has the entity tag of the entry", now);
        }
        if (newer.isPresent()) {
            return outdated(stored, "the 304 has an entity tag, and the entry has none");
        }
        boolean otherDate = differs(stored.field("Last-Modified"), notModified.field("Last-Modified"));
        return otherDate
                ? outdated(stored, "the 304 is about another date of modification")
                : updated(stored, notModified, "the 304 answers the conditions of the entry", now);
    }

    /** What a 200 to a HEAD says about the entry of a GET: where validator or length differ, it is to be validated. */
    public static Freshening byHead(StoredResponse stored, ResponseHead head, Instant now) {
        if (head.status() != stored.status()) {
            return outdated(stored, "the HEAD has another status");
        }
        if (differs(stored.field("ETag"), head.field("ETag"))
                || differs(stored.field("Last-Modified"), head.field("Last-Modified"))) {
            return outdated(stored, "the HEAD has another validator");
        }
        return differs(Optional.of(Integer.toString(stored.body().length)), head.field("Content-Length"))
                ? outdated(stored, "the HEAD has another length")
                : updated(stored, head, "the HEAD is about the same content", now);
    }

    private static Freshening updated(StoredResponse stored, ResponseHead newer, String reason, Instant now) {
        Map<String, List<String>> headers = Headers.copy(stored.headers());
        // Both speak of the time when the entry was made, which is now again.
        headers.remove("Age");
        headers.put("Date", List.of(HttpDates.format(now)));
        List<String> connection = newer.lines("Connection");
        Headers.copy(newer.headers()).forEach((name, lines) -> {
            if (!KEPT.contains(name.toLowerCase(Locale.ROOT)) && FieldRules.isStored(name, connection)) {
                headers.put(name, lines);
            }
        });
        return new Freshening(true, reason, headers);
    }

    private static Freshening outdated(StoredResponse stored, String reason) {
        return new Freshening(false, reason, stored.headers());
    }

    private static boolean differs(Optional<String> own, Optional<String> newer) {
        return newer.isPresent() && !newer.equals(own);
    }

    private static Optional<EntityTag> tag(Optional<String> field) {
        return field.flatMap(EntityTag::parse);
    }
}

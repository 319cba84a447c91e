package org.cachette.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The client's own conditions, answered by a cache (RFC 9110 section 13, RFC 9111 section 4.3.2). {@code If-Match} and
 * {@code If-Unmodified-Since} are not for caches. Safe for use by several threads. Django:
 * {@code get_conditional_response}.
 */
public final class Preconditions {

    private static final Verdict METHOD = new Verdict(false, "the method is neither GET nor HEAD");
    private static final Verdict STATUS = new Verdict(false, "the plain answer would not be a success");
    private static final Verdict NONE = new Verdict(false, "the client has no condition");
    private static final Verdict SAME_TAG = new Verdict(true, "If-None-Match has the entity tag");
    private static final Verdict ANY_TAG = new Verdict(true, "If-None-Match is *");
    private static final Verdict OTHER_TAG = new Verdict(false, "If-None-Match does not have the entity tag");
    private static final Verdict NOT_LATER = new Verdict(true, "not modified since If-Modified-Since");
    private static final Verdict LATER = new Verdict(false, "modified since If-Modified-Since");
    private static final Verdict NO_DATE = new Verdict(false, "If-Modified-Since is not one valid date");
    private static final Verdict UNDATED = new Verdict(false, "the response has no readable Last-Modified or Date");

    private Preconditions() {}

    /**
     * An answer to the client's conditions.
     *
     * @param notModified whether to send a 304 instead of the content
     * @param reason why, or why not
     */
    public record Verdict(boolean notModified, String reason) {}

    /** Whether the client already has what this response would give it. */
    public static Verdict evaluate(RequestHead request, int status, Map<String, List<String>> responseHeaders) {
        List<String> noneMatch = request.lines("if-none-match");
        List<String> modifiedSince = noneMatch.isEmpty() ? request.lines("if-modified-since") : List.of();
        if (noneMatch.isEmpty() && modifiedSince.isEmpty()) {
            return NONE;
        }
        if (!request.isGetOrHead()) {
            return METHOD;
        }
        if (status < 200 || status > 299) {
            return STATUS;
        }
        return noneMatch.isEmpty() ? sinceDate(modifiedSince, responseHeaders) : noneMatch(noneMatch, responseHeaders);
    }

    /**
     * Whether a field of the response is in the 304 instead of it: all but those about the content, since other filters
     * may have set fields for this very request, such as those of CORS (RFC 9110 section 15.4.5).
     */
    public static boolean isInNotModified(String name) {
        return !FieldRules.describesContent(name)
                && !name.equalsIgnoreCase("Transfer-Encoding")
                && !name.equalsIgnoreCase("Trailer");
    }

    private static Verdict noneMatch(List<String> lines, Map<String, List<String>> headers) {
        List<String> given = Headers.lines(headers, "ETag");
        Optional<EntityTag> tag = Headers.joined(given).flatMap(EntityTag::parse);
        if (tag.isPresent() && lines.equals(given)) {
            // What most clients send: the tag as they were given it.
            return SAME_TAG;
        }
        EntityTags wanted = EntityTag.parseList(lines);
        if (wanted.any()) {
            return ANY_TAG;
        }
        return tag.isPresent() && wanted.weakMatches(tag.get()) ? SAME_TAG : OTHER_TAG;
    }

    private static Verdict sinceDate(List<String> modifiedSince, Map<String, List<String>> headers) {
        Optional<Instant> since = modifiedSince.size() == 1 ? HttpDates.parse(modifiedSince.get(0)) : Optional.empty();
        if (since.isEmpty()) {
            return NO_DATE;
        }
        Optional<String> lastModified = Headers.field(headers, "Last-Modified");
        Optional<Instant> modified =
                lastModified.or(() -> Headers.field(headers, "Date")).flatMap(HttpDates::parse);
        if (modified.isEmpty()) {
            return UNDATED;
        }
        return modified.get().isAfter(since.get()) ? LATER : NOT_LATER;
    }
}

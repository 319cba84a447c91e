package org.cachette.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a {@code QUERY} request can be answered from a cache, and what identifies its content (the QUERY method,
 * section 2.7). Immutable.
 *
 * @param cacheable whether it can
 * @param identity what the key needs beside the URL's: a digest of the content and of the fields that say what it is;
 *     empty text when it is not cacheable
 * @param reason a sentence that says why, or why not
 */
public record QueryContent(boolean cacheable, String identity, String reason) {

    private static final List<String> METADATA = List.of("Content-Type", "Content-Encoding", "Content-Language");

    private static final Predicate<String> JSON = Pattern.compile(
                    "application/([A-Za-z0-9!#$&^_.-]+\\+)?json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?",
                    Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();

    /**
     * The verdict for a request and its whole content.
     *
     * @param limit the longest content that a key is made of, in bytes
     */
    public static QueryContent of(RequestHead request, byte[] content, int limit) {
        if (!request.method().equals("QUERY")) {
            return no("the method is not QUERY");
        }
        if (content.length > limit) {
            return no("the content is longer than " + limit + " bytes");
        }
        if (request.lines("Content-Type").size() != 1) {
            return no("the content has no type, or several");
        }
        if (!request.lines("Content-Range").isEmpty()) {
            return no("the content is a part only");
        }
        return new QueryContent(true, digest(request, content), "the content is part of the key");
    }

    /**
     * The same where spellings of JSON that differ in nothing but blanks are one content. The request itself stays as it
     * is, so a method that looks at blanks must not be asked this way.
     */
    public static QueryContent normalised(RequestHead request, byte[] content, int limit) {
        boolean json = request.lines("Content-Encoding").isEmpty()
                && request.field("Content-Type").filter(JSON).isPresent();
        return of(request, json ? JsonContent.compact(content).orElse(content) : content, limit);
    }

    /** Whether such a request was a QUERY, with its content as an aspect, and is now taken for a GET. */
    public static boolean isAskedBy(RequestHead request) {
        return request.aspects().containsKey(RequestHead.CONTENT);
    }

    /** The request as a GET without content: what all other rules take a QUERY for, once its content is in the key. */
    public static RequestHead asRetrieval(RequestHead query) {
        Map<String, List<String>> headers = Headers.copy(query.headers());
        METADATA.forEach(headers::remove);
        headers.remove("Content-Length");
        headers.remove("Transfer-Encoding");
        return new RequestHead("GET", query.uri(), headers, query.aspects());
    }

    /** The same with this content as an aspect of the request; the request itself when it is not cacheable. */
    public RequestHead inPlaceOf(RequestHead query) {
        return cacheable ? asRetrieval(query).withAspect(RequestHead.CONTENT, identity) : query;
    }

    private static String digest(RequestHead request, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : METADATA) {
                for (String line : request.lines(name)) {
                    part(digest, (name + ':' + line).getBytes(StandardCharsets.UTF_8));
                }
            }
            part(digest, content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void part(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static QueryContent no(String reason) {
        return new QueryContent(false, "", reason);
    }
}

package org.cachette.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.http.CacheDirectives;
import org.cachette.http.EntityTag;
import org.cachette.http.Preconditions;
import org.cachette.http.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Gives answers to GET that are not cached an {@code ETag}, and a 304 to the client that has them already; the method has
 * run, so it saves their way only. Django: {@code ConditionalGetMiddleware}. Safe for use by several threads.
 */
public final class ConditionalGet {

    private final boolean on;

    /** @param on whether anything is done */
    public ConditionalGet(boolean on) {
        this.on = on;
    }

    /** Whether the answer is to be held until its body is whole, since that decides its {@code ETag}. */
    public boolean needsBody(@Nullable RequestHead request, int status, Map<String, List<String>> headers) {
        return applies(request, status) && lacksTag(headers);
    }

    /** Whether the client has that response already, by the validators that it has. */
    public boolean isNotModified(@Nullable RequestHead request, int status, Map<String, List<String>> headers) {
        return request != null
                && applies(request, status)
                && (headers.containsKey("ETag") || headers.containsKey("Last-Modified"))
                && Preconditions.evaluate(request, status, headers).notModified();
    }

    /**
     * What becomes of a response that is whole and held, with an {@code ETag} where it lacks one.
     *
     * @param done what the page cache made of it
     */
    public Completion complete(@Nullable RequestHead request, int status, Completion done, byte[] body) {
        if (done.notModified() || !applies(request, status)) {
            return done;
        }
        Map<String, List<String>> tagged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tagged.putAll(done.headers());
        if (body.length > 0 && lacksTag(tagged)) {
            tagged.put("ETag", List.of(EntityTag.of(body).toString()));
        }
        return new Completion(isNotModified(request, status, tagged), tagged);
    }

    /** Whether an answer with that status to that request may be one of ours. */
    public boolean applies(@Nullable RequestHead request, int status) {
        return on
                && request != null
                && request.method().equals("GET")
                && status >= 200
                && status < 300
                && status != 206;
    }

    private static boolean lacksTag(Map<String, List<String>> headers) {
        return !headers.containsKey("ETag")
                && !CacheDirectives.parse(headers.getOrDefault("Cache-Control", List.of()))
                        .noStore();
    }
}

package org.cachette.http;

import org.jspecify.annotations.Nullable;

/** What speaks against storing a response (RFC 9111 section 3): each gives the first reason found, or null for none. */
final class Objections {

    private Objections() {}

    static @Nullable String toRequest(RequestHead request) {
        if (!request.isGetOrHead()) {
            return "the method is neither GET nor HEAD";
        }
        if (request.hasContent()) {
            return "the request has content, which is not part of the key";
        }
        if (CacheDirectives.parse(request.lines("Cache-Control")).noStore()) {
            return "the request says no-store";
        }
        return null;
    }

    static @Nullable String toResponse(
            ResponseHead response, CacheDirectives directives, VaryFields vary, boolean storeSetCookie) {
        if (directives.noStore()) {
            return "the response says no-store";
        }
        if (directives.isPrivate()) {
            return "the response says private";
        }
        if (directives.noCache()) {
            return "the response says no-cache";
        }
        return toRest(response, vary, storeSetCookie);
    }

    /** What speaks against it beside its directives. */
    static @Nullable String toRest(ResponseHead response, VaryFields vary, boolean storeSetCookie) {
        if (!response.lines("Content-Range").isEmpty()) {
            return "the response is a part only";
        }
        if (vary.any()) {
            return "the response varies on *";
        }
        return response.lines("Set-Cookie").isEmpty() ? null : toCookies(vary, storeSetCookie);
    }

    private static @Nullable String toCookies(VaryFields vary, boolean storeSetCookie) {
        if (!storeSetCookie) {
            return "the response sets a cookie";
        }
        return vary.contains("Cookie") ? "the response sets a cookie and varies on Cookie" : null;
    }
}

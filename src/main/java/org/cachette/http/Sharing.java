package org.cachette.http;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the response of this exchange may be shared with other visitors: asked before it is stored, and again before
 * a stored one is served. What is made for an identified visitor is not shared, unless the response itself says so
 * (RFC 9111 section 3.5, extended to users, certificates and sessions). Immutable.
 *
 * @param allowed whether it may be shared
 * @param reason a sentence that says why, or why not
 */
public record Sharing(boolean allowed, String reason) {

    private static final Sharing NOBODY = yes("nobody is identified");
    private static final Sharing PUBLIC = yes("the response is public");
    private static final Sharing S_MAXAGE = yes("the response has s-maxage");
    private static final Sharing MUST_REVALIDATE = yes("the response must be revalidated, which allows Authorization");
    private static final Sharing COOKIE = yes("the response varies on the cookie by which the visitor is known");
    private static final Sharing PRIVATE = no("the response is private");
    private static final Sharing AUTHORIZATION = no("the request has Authorization");
    private static final Sharing CERTIFICATE = no("the visitor is known by a client certificate");
    private static final Sharing BEGUN = no("a session began in this exchange");
    private static final Sharing SESSION = no("the visitor has a session");
    private static final Sharing USER = no("the visitor is logged in");

    /** The decision for a response with these directives and Vary fields. */
    public static Sharing of(RequestHead request, Visitor visitor, CacheDirectives response, VaryFields vary) {
        return of(request, () -> visitor, response, vary);
    }

    /** The same, asking who the visitor is only where that decides, and then once. */
    public static Sharing of(RequestHead request, Supplier<Visitor> who, CacheDirectives response, VaryFields vary) {
        Sharing said = said(response);
        if (hasAuthorization(request)) {
            if (said != null) {
                return said;
            }
            return response.mustRevalidate() && !who.get().isIdentified() ? MUST_REVALIDATE : AUTHORIZATION;
        }
        Visitor visitor = who.get();
        if (!visitor.isIdentified()) {
            return NOBODY;
        }
        if (said != null) {
            return said;
        }
        return visitor.clientCertificate() ? CERTIFICATE : byCookie(request, visitor.session(), vary);
    }

    /** What the response says of that for all who are identified; null for nothing. */
    private static @Nullable Sharing said(CacheDirectives response) {
        if (response.isPrivate()) {
            return PRIVATE;
        }
        if (response.isPublic()) {
            return PUBLIC;
        }
        return response.sMaxAge().isPresent() ? S_MAXAGE : null;
    }

    /** Whether who asks is known, by the request's own credentials or by what the server knows. */
    public static boolean isIdentified(RequestHead request, Visitor visitor) {
        return visitor.isIdentified() || hasAuthorization(request);
    }

    private static boolean hasAuthorization(RequestHead request) {
        return Headers.hasText(request.lines("authorization"));
    }

    /** A cookie keeps visitors apart if it is the only thing they are known by, and the request brought it. */
    private static Sharing byCookie(RequestHead request, Visitor.Session session, VaryFields vary) {
        boolean apart = vary.contains("Cookie") && Headers.hasText(request.lines("Cookie"));
        return switch (session) {
            case BEGUN -> BEGUN;
            case FROM_ELSEWHERE -> SESSION;
            case FROM_COOKIE -> apart ? COOKIE : SESSION;
            case NONE -> apart ? COOKIE : USER;
        };
    }

    private static Sharing yes(String reason) {
        return new Sharing(true, reason);
    }

    private static Sharing no(String reason) {
        return new Sharing(false, reason);
    }
}

package org.cachette.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows about who sent a request, beside the request's own fields. Immutable.
 *
 * @param user the name of the security context's principal; null when nobody is logged in
 * @param clientCertificate whether the connection was authenticated by a certificate of the client
 * @param session where the visitor's session is known from
 */
public record Visitor(@Nullable String user, boolean clientCertificate, Session session) {

    /** Where a session is known from. */
    public enum Session {
        /** There is none. */
        NONE,
        /** From a cookie of this request. */
        FROM_COOKIE,
        /** From elsewhere, such as the URL or the TLS connection. */
        FROM_ELSEWHERE,
        /** It began in this exchange: the request did not bring it. */
        BEGUN
    }

    /** A visitor of whom nothing is known. */
    public static final Visitor UNKNOWN = new Visitor(null, false, Session.NONE);

    /** @throws NullPointerException if the session is missing */
    public Visitor {
        Objects.requireNonNull(session, "session");
    }

    /** Whether the server knows the visitor by a user name, a certificate or a session. */
    public boolean isIdentified() {
        return user != null || clientCertificate || session != Session.NONE;
    }
}

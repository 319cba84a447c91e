package org.cachette.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What kind of field a header field is, as far as caches care. Safe for use by several threads. */
public final class FieldRules {

    // RFC 9111 section 3.1; Trailer announces what is not kept either.
    private static final Set<String> NEVER_STORED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization");

    private FieldRules() {}

    /**
     * Whether a cache keeps the field: all but those that concern one connection, or a proxy (RFC 9111 section 3.1).
     *
     * @param connection the lines of {@code Connection}, which may name further fields; empty when absent
     */
    public static boolean isStored(String name, List<String> connection) {
        if (NEVER_STORED.contains(name.toLowerCase(Locale.ROOT))) {
            return false;
        }
        return connection.isEmpty() || Tokens.members(connection).stream().noneMatch(name::equalsIgnoreCase);
    }

    /**
     * Whether the field describes the content beside it, as {@code Content-Type} does, so that it belongs to the stored
     * response and not to a 304: every {@code Content-*} but {@code Content-Location} and the security policies.
     */
    public static boolean describesContent(String name) {
        return hasPrefix(name, "Content-")
                && !name.equalsIgnoreCase("Content-Location")
                && !hasPrefix(name, "Content-Security-");
    }

    private static boolean hasPrefix(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}

package org.cachette.http;

import java.util.Locale;
import java.util.Map;

/** The directives that have a method of their own in the builder, and how that is called. */
final class StandardDirectives {

    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("public", "isPublic()"),
            Map.entry("private", "isPrivate()"),
            Map.entry("no-cache", "noCache()"),
            Map.entry("no-store", "noStore()"),
            Map.entry("no-transform", "noTransform()"),
            Map.entry("must-revalidate", "mustRevalidate()"),
            Map.entry("proxy-revalidate", "proxyRevalidate()"),
            Map.entry("must-understand", "mustUnderstand()"),
            Map.entry("immutable", "immutable()"),
            Map.entry("max-age", "maxAge(Duration)"),
            Map.entry("s-maxage", "sMaxAge(Duration)"),
            Map.entry("stale-while-revalidate", "staleWhileRevalidate(Duration)"),
            Map.entry("stale-if-error", "staleIfError(Duration)"));

    private StandardDirectives() {}

    /** The name in lower case; an exception when it is no token, or a standard one. */
    static String requireOther(String name) {
        String lower = Tokens.requireToken("The name of a Cache-Control directive", name)
                .toLowerCase(Locale.ROOT);
        String method = METHODS.get(lower);
        if (method != null) {
            throw new IllegalArgumentException(
                    "Cache-Control directive " + lower + " is not an extension: expected a call of " + method);
        }
        return lower;
    }
}

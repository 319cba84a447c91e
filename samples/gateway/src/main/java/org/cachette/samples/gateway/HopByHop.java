package org.cachette.samples.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The header fields that are meant for the next hop only (RFC 9110 section 7.6.1). */
final class HopByHop {

    static final String CONNECTION = "Connection";

    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** By these a message is read: nobody may have them taken away. */
    private static final Set<String> NEVER = Set.of("host", "content-length", "transfer-encoding");

    private HopByHop() {}

    static boolean isAlways(String name) {
        return ALWAYS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The names that the lines of {@code Connection} add, in lower case. */
    static Set<String> namedBy(List<String> connection) {
        return connection.stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .filter(name -> !NEVER.contains(name))
                .collect(Collectors.toSet());
    }
}

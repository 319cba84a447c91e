package org.cachette.backend.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One server of a {@code location}, as a URL or as host and port.
 *
 * @param user null where the URL names none
 * @param password null where the URL has none
 * @param database null where the URL names none
 * @param tls null where there is no URL
 */
record Location(
        Server server,
        @Nullable String user,
        @Nullable String password,
        @Nullable Integer database,
        @Nullable Boolean tls) {

    static final String EXPECTED = "servers such as redis://127.0.0.1:6379/0, rediss://user:password@host:6379 or"
            + " host:6379, separated by commas, semicolons or blanks, without ? and #: database 3 is redis://host:6379/3";

    private static final Pattern BARE = Pattern.compile("([\\p{L}\\p{N}._-]+|\\[[0-9A-Fa-f:.%]+])(?::(\\d{1,5}))?");
    private static final Pattern DATABASE = Pattern.compile("/?|/(\\d{1,4})");

    /**
     * The servers in their order; this machine's, on the default port, where there are none.
     *
     * @throws IllegalArgumentException naming one that is none, without its password
     */
    static List<Location> of(String location) {
        List<Location> all = new ArrayList<>();
        for (String text : location.split("[,;\\s]+", -1)) {
            if (!text.isEmpty()) {
                all.add(one(text));
            }
        }
        return all.isEmpty() ? List.of(one("127.0.0.1")) : List.copyOf(all);
    }

    private static Location one(String text) {
        Matcher bare = BARE.matcher(text);
        if (bare.matches()) {
            String digits = bare.group(2);
            return new Location(
                    server(text, bare.group(1), digits == null ? -1 : Integer.parseInt(digits)),
                    null,
                    null,
                    null,
                    null);
        }
        try {
            return ofUrl(text, new URI(text));
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
    }

    private static Location ofUrl(String text, URI url) {
        boolean tls = "rediss".equals(url.getScheme());
        String path = url.getPath();
        Matcher database = DATABASE.matcher(path == null ? "" : path);
        boolean more = url.getRawQuery() != null || url.getRawFragment() != null;
        if (!(tls || "redis".equals(url.getScheme())) || url.getHost() == null || !database.matches() || more) {
            throw wrong(text);
        }
        String access = url.getRawUserInfo();
        String[] parts = access == null ? new String[0] : access.split(":", 2);
        return new Location(
                server(text, url.getHost(), url.getPort()),
                parts.length > 0 && !parts[0].isEmpty() ? decoded(parts[0]) : null,
                parts.length > 1 ? decoded(parts[1]) : null,
                database.group(1) == null ? null : Integer.valueOf(database.group(1)),
                tls);
    }

    /** A plus sign stays one. */
    private static String decoded(String part) {
        return java.net.URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Server server(String text, String host, int port) {
        int used = port < 0 ? Server.DEFAULT_PORT : port;
        if (used < 1 || used > 65_535) {
            throw wrong(text);
        }
        return new Server(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, used);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(withoutSecrets(text));
    }

    /** What stands before an at sign may be a password, and so may what comes after a question mark. */
    static String withoutSecrets(String text) {
        return text.replaceAll("[^,;\\s/]*@", "…@").replaceAll("([?#])[^,;\\s]+", "$1…");
    }
}

package org.cachette.backend.memcached;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the servers of a location: {@code host:port}, {@code [address]:port} or {@code unix:/path}. */
final class Servers {

    static final String EXPECTED = "servers such as 127.0.0.1:11211, [::1]:11211 or unix:/run/memcached.sock,"
            + " separated by commas, semicolons or blanks";

    private static final Pattern UNIX = Pattern.compile("(?:unix:)?(/.*)");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([0-9A-Fa-f:.%]+)](?::(\\d{1,5}))?");
    private static final Pattern NAMED = Pattern.compile("([\\p{L}\\p{N}._-]+)(?::(\\d{1,5}))?");
    private static final Pattern BARE_ADDRESS = Pattern.compile("([0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.%]*)()?");

    private Servers() {}

    /**
     * The servers in their order, each once; this machine's, on the default port, where there are none.
     *
     * @throws IllegalArgumentException naming one that is none
     */
    static List<Server> of(String location) {
        List<Server> servers = new ArrayList<>();
        for (String text : location.split("[,;\\s]+", -1)) {
            if (!text.isEmpty()) {
                Server server = server(text);
                if (!servers.contains(server)) {
                    servers.add(server);
                }
            }
        }
        return servers.isEmpty() ? List.of(new Server("127.0.0.1", Server.DEFAULT_PORT)) : List.copyOf(servers);
    }

    private static Server server(String text) {
        Matcher unix = UNIX.matcher(text);
        if (unix.matches()) {
            return new Server(unix.group(1), 0);
        }
        for (Pattern form : List.of(IN_BRACKETS, NAMED, BARE_ADDRESS)) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return new Server(matcher.group(1), port(text, matcher.group(2)));
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static int port(String text, @org.jspecify.annotations.Nullable String digits) {
        int port = digits == null || digits.isEmpty() ? Server.DEFAULT_PORT : Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }
}

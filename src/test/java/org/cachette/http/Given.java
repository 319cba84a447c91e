package org.cachette.http;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests and responses from lines such as {@code "Vary: Cookie"}. */
final class Given {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final URI PAGE = URI.create("https://example.com/page?a=1");

    private Given() {}

    static Map<String, List<String>> headers(String... lines) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).trim());
        }
        return headers;
    }

    static RequestHead get(String... lines) {
        return request("GET", lines);
    }

    static RequestHead request(String method, String... lines) {
        return RequestHead.of(method, PAGE, headers(lines));
    }

    static ResponseHead response(int status, String... lines) {
        return ResponseHead.of(status, headers(lines));
    }

    static StoredResponse stored(Instant storedAt, Instant expiresAt, String... lines) {
        return new StoredResponse(200, headers(lines), new byte[] {1, 2, 3}, storedAt, expiresAt);
    }
}

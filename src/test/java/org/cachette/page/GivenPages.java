package org.cachette.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.cachette.named.NamedCaches;

/** Requests, responses and a memory cache with a clock that stands still. */
final class GivenPages {

    static final Duration MINUTE = Duration.ofSeconds(60);
    static final PagePolicy POLICY = new PagePolicy(Timeout.of(MINUTE), "default", "");
    static final Visitor ALICE = new Visitor("alice", false, Visitor.Session.NONE);
    static final Visitor BOB = new Visitor("bob", false, Visitor.Session.NONE);

    final ManualClock clock = new ManualClock();
    final NamedCaches caches = new NamedCaches(Settings.read(Configs.of()), clock);

    Cache cache() {
        return caches.getDefault();
    }

    /** A GET of a page of one site, with headers as on the wire. */
    static RequestHead get(String path, String... headers) {
        return request("GET", path, headers);
    }

    static RequestHead request(String method, String path, String... headers) {
        return RequestHead.of(method, URI.create("http://example.com" + path), fields(headers));
    }

    /** A response that may be used for a minute. */
    StoredResponse response(String body, String... headers) {
        return new StoredResponse(
                200,
                fields(headers),
                bytes(body),
                clock.instant(),
                clock.instant().plus(MINUTE));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Fields of lines as on the wire, {@code "Vary: Cookie"}. */
    static Map<String, List<String>> fields(String... lines) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines) {
            int colon = line.indexOf(':');
            fields.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return fields;
    }
}

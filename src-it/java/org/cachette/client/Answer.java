package org.cachette.client;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP answer as the client got it: nothing decoded, nothing followed.
 *
 * @param headers by name, whatever the case; each value as it was sent
 */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared as a whole
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    static Answer of(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers().map());
        return new Answer(response.statusCode(), headers, response.body());
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The field's lines joined with commas; empty when there is none. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(lines -> String.join(", ", lines));
    }

    /** The field's lines; empty when there is none. */
    public List<String> lines(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** For the message of a failed assertion. */
    @Override
    public String toString() {
        return status + " " + headers + "\n" + text();
    }
}

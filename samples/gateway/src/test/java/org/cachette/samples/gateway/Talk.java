package org.cachette.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One path of the origin, and a client that asks the gateway for it. The n-th answer of the origin says {@code run n}. */
final class Talk {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ScriptedOrigin origin;
    private final Client client;
    private final String path;

    Talk(ScriptedOrigin origin, Client client, String path) {
        this.origin = origin;
        this.client = client;
        this.path = path;
    }

    String path() {
        return path;
    }

    /** From now on the origin answers 200 with these header lines. */
    void answers(String... lines) {
        answersWith(200, lines);
    }

    void answersWith(int status, String... lines) {
        String header = Stream.of(lines).map(line -> line + "\r\n").collect(Collectors.joining());
        origin.on(path, (request, out) -> {
            String text = "run " + count();
            boolean bodiless = status == 204 || status == 304;
            String length = bodiless ? "" : "Content-Length: " + text.length() + "\r\n";
            String answer = "HTTP/1.1 " + status + " \r\nConnection: close\r\n" + header + length + "\r\n"
                    + (bodiless || request.method().equals("HEAD") ? "" : text);
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    /** From now on the origin answers with these bytes, one for each character. */
    void answersRaw(String answer) {
        origin.on(path, answer);
    }

    /** A GET that the origin must answer. */
    Recorded runs(String... lines) {
        return runsAt("", lines);
    }

    Recorded runsAt(String query, String... lines) {
        int before = count();
        Recorded answer = get(query, lines);
        assertThat(count()).as("runs at the origin, for %s", answer).isEqualTo(before + 1);
        return answer;
    }

    /** A GET that the gateway must answer. */
    Recorded hits(String... lines) {
        return hitsAt("", lines);
    }

    Recorded hitsAt(String query, String... lines) {
        int before = count();
        Recorded answer = get(query, lines);
        assertThat(count()).as("runs at the origin, for %s", answer).isEqualTo(before);
        return answer;
    }

    Recorded get(String query, String... lines) {
        return client.send("GET", path + query, lines);
    }

    Recorded send(String method, String... lines) {
        return client.send(method, path, lines);
    }

    Recorded sendWith(String content, String method, String... lines) {
        return client.sendWith(content, method, path, lines);
    }

    /** The last request that the origin got. */
    Recorded seen() {
        return origin.requests(path).get(count() - 1);
    }

    int count() {
        return origin.requests(path).size();
    }

    void advance(long seconds) {
        TestClock.advance(Duration.ofSeconds(seconds));
    }

    /** So many seconds from now, as HTTP writes it. */
    String date(long seconds) {
        return DATE.format(TestClock.now().plusSeconds(seconds));
    }
}

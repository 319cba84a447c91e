package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cachette.client.RawClient;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that no well-meaning client would send are answered as without a cache: no error of the server, no stack
 * trace, no class name, no other page, neither the first time nor on a hit.
 */
final class BadRequestsIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.caches.default.max-entries", "10000"),
                EchoPages.Cached.class,
                EchoPages.Plain.class,
                Runs.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-A: a\u0001b",
                "X-A: a\u0000b",
                "X-A: a\u007fb",
                "X-A: \t a \t",
                "X-A: \u00e4\u00f6\u00fc",
                "X-A: a\u000bb\u000cc",
                "X-A: |1:2|-",
                "X-A:",
                "Cookie: a\u0001=b",
                "Cookie: =; ;;; a",
                "Cookie: \"",
                "Cookie: $Version=1; a=\"b",
                "Accept: nonsense",
                "Accept: */*;q=2",
                "Accept: ,,,",
                "Accept: text/plain;q=abc",
                "Accept: text/",
                "Accept-Encoding: ;;,gzip;q=",
                "Accept-Language: ;q=1,*;q=x",
                "If-Modified-Since: yesterday",
                "If-Modified-Since: Sun, 99 Nov 1994 99:99:99 GMT",
                "If-Modified-Since: 99999999999999999999",
                "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 CET",
                "If-None-Match: v1",
                "If-None-Match: \"",
                "If-None-Match: W/",
                "If-None-Match: ,,\"a\"b,",
                "If-None-Match: \"a\u0001b\"",
                "If-Match: nonsense",
                "If-Unmodified-Since: nonsense",
                "If-Range: nonsense",
                "Range: bytes=9-1",
                "Cache-Control: max-age=99999999999999999999999",
                "Cache-Control: \"",
                "Cache-Control: =,=;no-store=\"",
                "Authorization: \u0001",
                "Content-Length: 0",
                "Expect: nonsense",
                "Upgrade: h2c",
                "Transfer-Encoding: nonsense",
                "Content-Length: nonsense",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Vary: *",
                " folded: line",
                "no colon"
            })
    @Tag("R9110-15")
    @Tag("DJ-COND-15")
    void oddHeaders(String header) {
        assertLikeWithoutACache("/header?" + Integer.toHexString(header.hashCode()), header, hostLine());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%2",
                "/%zz",
                "/%00",
                "/%2e%2e/%2E%2E/x",
                "/../x",
                "/./x",
                "//x",
                "/%2F%2f/x",
                "/a%5cb",
                "/a\\b",
                "/a|b",
                "/a{b}",
                "/a[b]",
                "/a\"b",
                "/a<b>",
                "/a^b`c",
                "/\u00e4",
                "/%e4",
                "/%c3%a4",
                "/%ff%fe",
                "/;a=b",
                "/;a=b;c",
                "/x;jsessionid=1",
                "/x?%",
                "/x?%zz",
                "/x?a=%00",
                "/x?a=b%0d%0aSet-Cookie:%20c",
                "/x?|",
                "/x?{}",
                "/x?\u00e4",
                "/x?a=b?c=d",
                "/x?&&==&",
                "/x?",
                "/x?a=1#fragment",
                "/x#fragment"
            })
    void oddTargets(String target) {
        assertLikeWithoutACache(target, hostLine());
    }

    static Stream<String> longTargets() {
        String parameters =
                IntStream.range(0, 10_000).mapToObj(i -> "p" + i + "=" + i).collect(Collectors.joining("&"));
        return Stream.of(
                "/" + "x".repeat(100_000),
                "/" + "y/".repeat(20_000),
                "/" + "%41".repeat(30_000),
                "/" + ";p=1".repeat(10_000),
                "/x?" + "q".repeat(100_000),
                "/x?" + parameters,
                "/x?" + "a=1&".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("longTargets")
    void longTargets(String target) {
        assertLikeWithoutACache(target, hostLine());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host:",
                "Host: ",
                "Host: a b",
                "Host: a,b",
                "Host: <script>",
                "Host: [::1",
                "Host: [::1]:80",
                "Host: example.com:99999999",
                "Host: example.com:port",
                "Host: user@example.com",
                "Host: example.com/path",
                "Host: \u00e4.example",
                "Host: a_b.example",
                "Host: %41.example",
                "Host: EXAMPLE.com.",
                "X-No-Host: 1",
                "Host: one.example\r\nHost: two.example"
            })
    void oddHosts(String host) {
        assertLikeWithoutACache("/host", host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://evil.example%s HTTP/1.1",
                "GET HTTP://evil.example:81%s HTTP/1.1",
                "GET https://evil.example%s HTTP/1.1",
                "GET ftp://evil.example%s HTTP/1.1",
                "GET %s HTTP/1.0",
                "GET %s HTTP/9.9",
                "GET %s",
                "get %s HTTP/1.1",
                "G\u0001T %s HTTP/1.1",
                "HEAD %s HTTP/1.1",
                "OPTIONS %s HTTP/1.1",
                "TRACE %s HTTP/1.1",
                "FROB %s HTTP/1.1",
                "GET  %s  HTTP/1.1"
            })
    void oddRequestLines(String line) {
        String cached = line.formatted("/cached/line");
        String plain = line.formatted("/plain/line");
        String rest = "\r\n" + hostLine() + "\r\nConnection: close\r\n\r\n";

        String expected = checked(plain, RawClient.send(server.uri(), plain + rest));
        for (int i = 0; i < 2; i++) {
            assertThat(checked(cached, RawClient.send(server.uri(), cached + rest)))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 300, 900})
    void manyHeaders(int count) {
        String[] lines = IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? hostLine() : "X-A: " + i)
                .toArray(String[]::new);
        assertLikeWithoutACache("/many", lines);
    }

    private static void assertLikeWithoutACache(String target, String... headers) {
        String expected = checked(target, RawRequests.answer(server.uri(), "/plain" + target, headers));
        for (int i = 0; i < 2; i++) {
            assertThat(checked(target, RawRequests.answer(server.uri(), "/cached" + target, headers)))
                    .isEqualTo(expected);
        }
    }

    /** Status and what the application saw, after a look at what no answer may have. */
    private static String checked(String request, String answer) {
        String statusLine = answer.lines().findFirst().orElse("no answer");
        String what = request.substring(0, Math.min(60, request.length()));
        assertThat(answer).as(what).doesNotContain("org.cachette");
        if (isOfTheServer(answer)) {
            return statusLine;
        }
        String body = answer.substring(Math.max(answer.indexOf("\r\n\r\n"), 0));
        assertThat(body).as(what).doesNotContain("Exception", "\tat ", "java.", "org.glassfish");
        if (statusLine.contains(" 5")) {
            assertThat(statusLine).as(what).containsAnyOf(" 501 ", " 505 ");
        }
        String seen = body.contains(" #") ? body.substring(body.indexOf("http"), body.indexOf(" #")) : "";
        return statusLine + " " + seen;
    }

    /** Whether Grizzly itself refused the request, before Jersey saw it. */
    private static boolean isOfTheServer(String answer) {
        return answer.contains("<title>Grizzly") && answer.contains("GrizzlyHttpContainer.get");
    }

    private static String hostLine() {
        return "Host: " + server.uri().getAuthority();
    }
}

package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cachette.client.RawClient;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a cache for the whole site and a rule for style sheets: no path makes one member's page another's. */
final class DeceptionIT {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of(
                        "cachette.site.enabled", "true",
                        "cachette.pages.\"/{path: .*[.]css}\".timeout", "600",
                        "cachette.pages.\"/public/{page: .*}\".timeout", "600",
                        "cachette.caches.default.max-entries", "10000"),
                MemberArea.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<String> deceivingPaths() {
        List<String> tricks = List.of(
                "",
                "/x.css",
                ".css",
                ";x.css",
                ";.css",
                ";a=b/x.css",
                "/;x.css",
                "%2fx.css",
                "%2Fx.css",
                "%3bx.css",
                "%3fx.css",
                "%23x.css",
                "%00.css",
                "%0a.css",
                "%20.css",
                "/%2e%2e/x.css",
                "/..%2fx.css",
                "/../profile/x.css",
                "/./x.css",
                "//x.css",
                "%5cx.css",
                "?x.css",
                "?/x.css",
                "#x.css",
                "/public/x",
                "/..;/public/x",
                "%2epng",
                "/robots.txt",
                "/favicon.ico",
                ";jsessionid=1.css");
        return Stream.of("/profile", "/messages", "/account", "/letters")
                .flatMap(page -> tricks.stream().map(trick -> page + trick));
    }

    @ParameterizedTest
    @MethodSource("deceivingPaths")
    void aPathThatLooksLikeAFile(String path) {
        String victim = get(path, "Cookie: member=victim", "Authorization: Basic dmljdGlt");
        String attacker = get(path, "Cookie: member=attacker");
        String nobody = get(path);

        assertThat(victim).containsAnyOf("secret of victim", "secret of Basic dmljdGlt", " 404 ", " 400 ", "page http");
        assertThat(attacker).doesNotContain("victim", "dmljdGlt");
        assertThat(nobody).doesNotContain("victim", "attacker", "dmljdGlt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public/../profile/x.css",
                "/public/%2e%2e/profile/x.css",
                "/public/..%2fprofile/x.css",
                "/public/..;/profile/x.css",
                "/public%2f..%2fprofile/x.css",
                "/./profile/x.css",
                "/%70rofile/x.css",
                "/;/profile/x.css"
            })
    void aPathThatComesToAnotherPage(String path) {
        get(path, "Cookie: member=victim");

        assertThat(get(path)).doesNotContain("secret of victim");
        assertThat(get("/profile/x.css")).doesNotContain("secret of victim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD %s HTTP/1.1\r\n",
                "HEAD %s HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc",
                "GET %s HTTP/1.1\r\nContent-Length: 6\r\n\r\na=evil",
                "GET %s HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n6\r\na=evil\r\n0\r\n\r\n",
                "GET %s HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\n\r\na=evil",
                "POST %s HTTP/1.1\r\nX-HTTP-Method-Override: GET\r\nContent-Length: 0\r\n",
                "OPTIONS %s HTTP/1.1\r\n",
                "PURGE %s HTTP/1.1\r\n",
                "get %s HTTP/1.1\r\n",
                "GET http://evil.example%s HTTP/1.1\r\n",
                "GET %s HTTP/1.0\r\n",
                "GET %s HTTP/1.1\r\nhOsT: evil.example\r\n",
                "GET %s HTTP/1.1\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n",
                "GET %s HTTP/1.1\r\nX-Host: evil.example\r\nForwarded: host=evil.example\r\n",
                "GET %s HTTP/1.1\r\nX-Original-URL: /profile\r\nX-Rewrite-URL: /profile\r\n",
                "GET %s HTTP/1.1\r\nConnection: Cookie, Accept, Host\r\n",
                "GET %s HTTP/1.1\r\nRange: bytes=0-0\r\nIf-Range: \"x\"\r\n",
                "GET %s HTTP/1.1\r\nIf-None-Match: *\r\nIf-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT\r\n",
                "GET %s HTTP/1.1\r\nIf-Match: \"none\"\r\n",
                "GET %s HTTP/1.1\r\nAccept: text/html\r\n",
                "GET %s HTTP/1.1\r\nAccept-Encoding: evil;q=1\r\n",
                "GET %s HTTP/1.1\r\nX-A: a\u0001\u0000b\u007f\r\n",
                "GET %s HTTP/1.1\r\nCookie: a\u0001=\"b; member=evil\r\n",
                "GET %s HTTP/1.1\r\nExpect: evil\r\n",
                "GET %s HTTP/1.1\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
                "GET %s HTTP/1.1\r\nTransfer-Encoding : chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "GET %s#evil HTTP/1.1\r\n",
                "GET %s;evil=1 HTTP/1.1\r\n",
                "GET %s&own=2 HTTP/1.1\r\n",
                "GET %s;own=2 HTTP/1.1\r\n",
                "GET %s%%26evil=1 HTTP/1.1\r\n",
                "GET %s&utm_source=a;evil=1 HTTP/1.1\r\n",
                "GET %s? HTTP/1.1\r\n",
                "GET %s%%00 HTTP/1.1\r\n"
            })
    @Tag("R9110-27")
    void aRequestThatIsNotWhatItSeems(String evil) {
        String path = "/public/page?own=" + NUMBERS.incrementAndGet();
        String host = "Host: " + server.uri().getAuthority() + "\r\nConnection: close\r\n";
        String request = evil.formatted(path);
        int lineEnd = request.indexOf("\r\n") + 2;
        String rest = request.substring(lineEnd);
        RawClient.send(
                server.uri(), request.substring(0, lineEnd) + host + rest + (rest.contains("\r\n\r\n") ? "" : "\r\n"));

        assertThat(get(path))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\npage " + server.uri() + path)
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000, 900_000})
    void oversizedFields(int length) {
        String path = "/public/page?own=" + NUMBERS.incrementAndGet();
        get(path, "X-A: " + "x".repeat(length), "Cookie: evil=" + "y".repeat(10));
        get(path + "&" + "z".repeat(Math.min(length, 10_000)));

        assertThat(get(path)).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\npage " + server.uri() + path);
    }

    private static String get(String path, String... headers) {
        String[] lines = Stream.concat(Stream.of("Host: " + server.uri().getAuthority()), Stream.of(headers))
                .toArray(String[]::new);
        return RawRequests.answer(server.uri(), path, lines);
    }
}

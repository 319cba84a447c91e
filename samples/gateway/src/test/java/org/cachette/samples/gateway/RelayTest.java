package org.cachette.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes through the gateway, and how. */
final class RelayTest extends GatewayContract {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private Recorded seen(String path) {
        return origin.requests(path).get(origin.requests(path).size() - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plain",
                "/a%2Fb",
                "/a/%2e%2e/b",
                "/a/%2E/b",
                "/a/../b",
                "/./b",
                "//two//slashes/",
                "/semi;colon=1;b/c;d",
                "/x?a=%2F&b=a+b&&c;d=e?f",
                "/%c3%a4/%e4",
                "/%25%32%35",
                "/x?q=%7B%7D%5B%5D"
            })
    void targetsGoOnLetterByLetter(String target) {
        origin.on(target.replaceFirst("\\?.*", ""), OK);

        assertThat(client.send("GET", target).text()).isEqualTo("ok");
        assertThat(seen(target.replaceFirst("\\?.*", "")).target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY", "PROPFIND", "FROB", "get"})
    void everyMethodGoesOn(String method) {
        origin.on("/method", OK);

        assertThat(client.send(method, "/method").text()).isEqualTo("ok");
        assertThat(seen("/method").method()).isEqualTo(method);
    }

    @Test
    void headerLinesPassBothWays() {
        origin.on(
                "/lines",
                "HTTP/1.1 200 OK\r\nX-B: 1\r\nX-B: 2\r\nSet-Cookie: a=b, c\r\nSet-Cookie: d=e\r\nLocation: ../rel\r\n"
                        + "WWW-Authenticate: Basic realm=\"x\"\r\nServer: own\r\nContent-Type: Text/Html;  Charset=x\r\n"
                        + "Content-Length: 2\r\n\r\nok");
        Recorded answer = client.send(
                "GET",
                "/lines",
                "X-A: 1",
                "X-A: 2",
                "Accept: nonsense",
                "Content-Type: ///",
                "Cookie: a=b",
                "Referer: x");

        assertThat(seen("/lines").values("X-A")).containsExactly("1", "2");
        assertThat(seen("/lines").value("Host")).isEqualTo("site.example");
        assertThat(seen("/lines").value("Accept")).isEqualTo("nonsense");
        assertThat(seen("/lines").value("Content-Type")).isEqualTo("///");
        assertThat(seen("/lines").value("Cookie")).isEqualTo("a=b");
        assertThat(answer.values("X-B")).containsExactly("1", "2");
        assertThat(answer.values("Set-Cookie")).containsExactly("a=b, c", "d=e");
        assertThat(answer.value("Location")).isEqualTo("../rel");
        assertThat(answer.value("WWW-Authenticate")).isEqualTo("Basic realm=\"x\"");
        assertThat(answer.value("Server")).isEqualTo("own");
        assertThat(answer.values("Content-Type")).containsExactly("Text/Html;  Charset=x");
    }

    @Test
    void fieldsOfOneConnectionDoNotPass() {
        origin.on(
                "/hops",
                "HTTP/1.1 200 OK\r\nConnection: x-own\r\nX-Own: 1\r\nKeep-Alive: timeout=1\r\nUpgrade: h2\r\n"
                        + "X-Kept: 1\r\nContent-Length: 2\r\n\r\nok");
        Recorded answer = client.send(
                "GET",
                "/hops",
                "Connection: close, X-Mine, Host",
                "X-Mine: 1",
                "TE: trailers",
                "Keep-Alive: 1",
                "X-Kept: 1");

        assertThat(seen("/hops").value("X-Kept")).isEqualTo("1");
        for (String name : new String[] {"X-Mine", "TE", "Keep-Alive", "Connection"}) {
            assertThat(seen("/hops").value(name)).as(name).isNull();
        }
        assertThat(answer.value("X-Kept")).isEqualTo("1");
        for (String name : new String[] {"X-Own", "Keep-Alive", "Upgrade"}) {
            assertThat(answer.value(name)).as(name).isNull();
        }
    }

    @Test
    void theOriginsDateIsKept() {
        String date = "Sun, 06 Nov 1994 08:49:37 GMT";
        origin.on("/date", "HTTP/1.1 200 OK\r\nDate: " + date + "\r\nContent-Length: 2\r\n\r\nok");

        assertThat(client.send("GET", "/date").values("Date")).containsExactly(date);
        assertThat(client.sendWith("abc", "POST", "/date", "Content-Length: 3").values("Date"))
                .containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 206, 226, 299, 301, 307, 400, 401, 407, 418, 421, 451, 499, 500, 503, 599})
    void statusesPassAlsoWithoutAReason(int status) {
        origin.on("/status", "HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\nok");

        Recorded answer = client.send("GET", "/status");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("ok");
    }

    @Test
    void interimAnswersAreSwallowed() {
        origin.on("/interim", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + OK);

        Recorded answer = client.send("GET", "/interim");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.value("Link")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void statusesWithoutContentHaveNone(int status) {
        origin.on("/none/" + status, "HTTP/1.1 " + status + " X\r\nETag: \"a\"\r\nX-A: 1\r\n\r\n");

        Recorded answer = client.send("GET", "/none/" + status);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.value("X-A")).isEqualTo("1");
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void aHeadHasTheHeaderOfTheGet() {
        origin.on("/head", "HTTP/1.1 200 OK\r\nContent-Length: 77\r\nContent-Type: a/b\r\nX-A: 1\r\n\r\n");
        Recorded told = client.send("HEAD", "/head");
        origin.on("/head", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nCache-Control: max-age=9\r\n\r\n");
        Recorded untold = client.send("HEAD", "/head");

        assertThat(seen("/head").method()).isEqualTo("HEAD");
        assertThat(told.value("Content-Length")).isEqualTo("77");
        assertThat(told.value("Content-Type")).isEqualTo("a/b");
        assertThat(told.text()).isEmpty();
        assertThat(untold.value("Content-Length")).isNull();
        assertThat(untold.value("Content-Type")).isNull();
    }

    @Test
    void contentPassesWithItsLengthOrInChunks() {
        origin.on("/content", OK);
        client.sendWith(
                "a=b", "POST", "/content", "Content-Length: 3", "Content-Type: application/x-www-form-urlencoded");
        assertThat(seen("/content").value("Content-Length")).isEqualTo("3");
        assertThat(seen("/content").text()).isEqualTo("a=b");

        client.sendWith("3\r\na=b\r\n4\r\n&c=d\r\n0\r\n\r\n", "POST", "/content", "Transfer-Encoding: chunked");
        assertThat(seen("/content").text()).isEqualTo("a=b&c=d");
        assertThat(seen("/content").value("Content-Length")).isNull();

        client.sendWith("fat", "GET", "/content", "Content-Length: 3");
        assertThat(seen("/content").text()).isEqualTo("fat");
    }

    @Test
    void whoExpectsToBeToldToGoOnIs() throws Exception {
        origin.on("/expect", OK);
        try (Socket socket = client.open("POST /expect HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n")) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            assertThat(Recorded.head(in).start()).startsWith("HTTP/1.1 100 ");
            socket.getOutputStream().write("abc".getBytes(StandardCharsets.US_ASCII));
            assertThat(Recorded.head(in).status()).isEqualTo(200);
        }
        assertThat(seen("/expect").text()).isEqualTo("abc");
        assertThat(seen("/expect").value("Expect")).isNull();
    }

    @Test
    void bigContentPassesBothWays() {
        int length = 20_000_000;
        String big = "0123456789".repeat(length / 10);
        origin.on("/big", (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nContent-Length: " + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(request.content());
        });

        Recorded answer = client.sendWith(big, "POST", "/big", "Content-Length: " + length);

        assertThat(answer.content()).hasSize(length);
        assertThat(Arrays.equals(answer.content(), big.getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
    }

    @Test
    void whatIsNotKeptGoesOnAsItComes() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        origin.on("/events", (request, out) -> {
            out.write(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/event-stream\r\n\r\n5\r\nfirst\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            read.await();
            out.write("4\r\nlast\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        try (Socket socket = client.open("GET /events HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            assertThat(Recorded.head(in).value("Content-Type")).isEqualTo("text/event-stream");
            assertThat(ScriptedOrigin.line(in)).isEqualTo("5");
            assertThat(ScriptedOrigin.line(in)).isEqualTo("first");
            read.countDown();
            assertThat(ScriptedOrigin.line(in)).isEqualTo("4");
        }
    }

    @Test
    void codedContentPassesUntouched() {
        String bytes = IntStream.range(0, 256)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        origin.on(
                "/gzip",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nCache-Control: max-age=60\r\nContent-Length: 256\r\n\r\n"
                        + bytes);
        Recorded first = client.send("GET", "/gzip", "Accept-Encoding: gzip");
        Recorded hit = client.send("GET", "/gzip", "Accept-Encoding: gzip");

        assertThat(first.text()).isEqualTo(bytes);
        assertThat(hit.text()).isEqualTo(bytes);
        assertThat(hit.value("Content-Encoding")).isEqualTo("gzip");
        assertThat(hit.value("Age")).isEqualTo("0");
        assertThat(origin.requests("/gzip")).hasSize(1);
    }

    @Test
    void aHitHasNoTypeWhereTheOriginGaveNone() {
        origin.on("/untyped", "HTTP/1.1 200 OK\r\nCache-Control: s-maxage=60\r\nContent-Length: 2\r\n\r\nok");
        origin.on(
                "/odd-type",
                "HTTP/1.1 200 OK\r\nContent-Type: nonsense\r\nCache-Control: max-age=60\r\nContent-Length: 2\r\n\r\nok");
        for (int i = 0; i < 2; i++) {
            assertThat(client.send("GET", "/untyped").value("Content-Type")).isNull();
            assertThat(client.send("GET", "/untyped").value("Expires")).isNull();
            assertThat(client.send("GET", "/odd-type").value("Content-Type")).isEqualTo("nonsense");
        }
        assertThat(origin.requests("/untyped")).hasSize(1);
        assertThat(origin.requests("/odd-type")).hasSize(1);
    }
}

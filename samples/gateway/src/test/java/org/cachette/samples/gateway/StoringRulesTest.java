package org.cachette.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** What is kept, and for whom (RFC 9111 section 3). */
@Tag("R9111-1")
@Tag("R9111-2")
@Tag("R9111-3")
@Tag("R9111-4")
@Tag("R9111-5")
@Tag("R9111-6")
@Tag("R9111-7")
@Tag("R9111-8")
@Tag("R9111-9")
@Tag("R9111-10")
@Tag("R9111-11")
@Tag("R9111-12")
@Tag("R9111-13")
@Tag("R9111-14")
@Tag("R9111-16")
@Tag("R9111-17")
@Tag("R9111-93")
@Tag("R9111-96")
@Tag("R9111-97")
@Tag("R9111-100")
@Tag("R9111-102")
@Tag("R9111-103")
@Tag("R9110-27")
class StoringRulesTest extends RulesContract {

    private static final String MINUTE = "Cache-Control: max-age=60";
    private static final String CREDENTIALS = "Authorization: Basic bWU6c2VjcmV0";

    @Override
    Stream<Row> rows() {
        return Stream.of(methods(), forbidding(), authorization(), allowing(), fields(), unfinished())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> methods() {
        return Stream.of(
                Row.of("R9111-1", "the answer to a POST is not kept", talk -> {
                    talk.answers(MINUTE);
                    talk.send("POST");
                    talk.send("POST");
                    assertThat(talk.count()).isEqualTo(2);
                    talk.runs();
                }),
                Row.of("R9111-1", "the answer to OPTIONS is not kept", talk -> {
                    talk.answers(MINUTE);
                    talk.send("OPTIONS");
                    talk.runs();
                }),
                Row.of("R9111-2", "fields of interim answers are not kept", talk -> {
                    talk.answersRaw("HTTP/1.1 103 Early\r\nX-A: 1\r\n\r\nHTTP/1.1 200 OK\r\n" + MINUTE
                            + "\r\nContent-Length: 2\r\n\r\nok");
                    talk.runs();
                    assertThat(talk.hits().value("X-A")).isNull();
                }),
                Row.of("R9110-27", "a GET with content is neither kept nor answered from what is", talk -> {
                    talk.answers(MINUTE);
                    talk.sendWith("a=b", "GET", "Content-Length: 3");
                    talk.runs();
                    talk.sendWith("a=b", "GET", "Content-Length: 3");
                    assertThat(talk.count()).isEqualTo(3);
                }));
    }

    private static Stream<Row> forbidding() {
        return Stream.of(
                Row.notKept("R9111-4", "no-store beats max-age", "Cache-Control: no-store, max-age=60"),
                Row.notKept("R9111-4", "no-store in capitals", "Cache-Control: max-age=60, NO-STORE"),
                Row.notKept("R9111-4", "no-store on a line of its own", MINUTE, "Cache-Control: no-store"),
                Row.notKept(
                        "R9111-4",
                        "no-store beside Expires",
                        "Cache-Control: no-store",
                        "Expires: Thu, 01 Jan 2099 00:00:00 GMT"),
                Row.notKept("R9111-5", "private", "Cache-Control: private, max-age=60"),
                Row.notKept("R9111-5", "private beats public", "Cache-Control: public, private, max-age=60"),
                Row.of("R9111-6", "a field that is private reaches nobody else", talk -> {
                    talk.answers("Cache-Control: max-age=60, private=\"X-Own\"", "X-Own: secret");
                    talk.runs();
                    talk.answers("Cache-Control: max-age=60");
                    assertThat(talk.get("").value("X-Own")).isNull();
                }),
                Row.of("R9111-93", "a request with no-store is not kept", talk -> {
                    talk.answers(MINUTE);
                    talk.runs("Cache-Control: no-store");
                    talk.runs();
                }),
                Row.notKept("R9111-102", "an answer that sets a cookie", MINUTE, "Set-Cookie: id=1"),
                Row.kept(
                        "R9111-3",
                        "no-store does not count beside must-understand of a known status",
                        "Cache-Control: no-store, must-understand, max-age=60"));
    }

    private static Stream<Row> authorization() {
        return Stream.of(
                Row.of("R9111-7", "an answer to Authorization is for that visitor alone", talk -> {
                    talk.answers(MINUTE);
                    talk.runs(CREDENTIALS);
                    talk.runs();
                    talk.runs(CREDENTIALS);
                }),
                shared("public"),
                shared("s-maxage=60"),
                shared("must-revalidate"),
                Row.of("R9111-103", "a cookie does not forbid reuse", talk -> {
                    talk.answers(MINUTE);
                    talk.runs("Cookie: a=1");
                    talk.hits("Cookie: a=2");
                }));
    }

    private static Row shared(String directive) {
        return Row.of("R9111-8", directive + " lets all share the answer to Authorization", talk -> {
            talk.answers("Cache-Control: max-age=60, " + directive);
            talk.runs(CREDENTIALS);
            talk.hits();
        });
    }

    private static Stream<Row> allowing() {
        return Stream.of(
                Row.notKept("R9111-9", "nothing allows it", "ETag: \"a\""),
                Row.kept("R9111-9", "max-age allows it", MINUTE),
                Row.kept("R9111-9", "s-maxage allows it", "Cache-Control: s-maxage=60"),
                Row.of("R9111-9", "Expires allows it", talk -> {
                    talk.answers("Expires: " + talk.date(60));
                    talk.runs();
                    talk.hits();
                }),
                status(299),
                status(499),
                status(599),
                status(404),
                status(410),
                status(301),
                status(302),
                status(203),
                Row.of("R9111-3", "a 206 is not kept", talk -> {
                    talk.answersWith(206, MINUTE, "Content-Range: bytes 0-4/10");
                    talk.runs("Range: bytes=0-4");
                    talk.runs();
                }));
    }

    private static Row status(int status) {
        return Row.of("R9111-10", "a " + status + " with a lifetime is kept", talk -> {
            talk.answersWith(status, MINUTE);
            talk.runs();
            assertThat(talk.hits().status()).isEqualTo(status);
        });
    }

    private static Stream<Row> fields() {
        return Stream.of(
                Row.of("R9111-11", "every field is kept, line by line", talk -> {
                    talk.answers(
                            MINUTE,
                            "X-Odd: 1",
                            "X-Odd: 2",
                            "Content-Language: de",
                            "ETag: W/\"a\"",
                            "Link: </a>;rel=x");
                    talk.runs();
                    Recorded hit = talk.hits();
                    assertThat(hit.values("X-Odd")).containsExactly("1", "2");
                    assertThat(hit.value("Content-Language")).isEqualTo("de");
                    assertThat(hit.value("ETag")).isEqualTo("W/\"a\"");
                    assertThat(hit.value("Link")).isEqualTo("</a>;rel=x");
                }),
                Row.of("R9111-12", "fields of the connection are not kept", talk -> {
                    talk.answers(MINUTE, "Connection: X-Own", "X-Own: 1", "Keep-Alive: 5", "Proxy-Connection: x");
                    talk.runs();
                    Recorded hit = talk.hits();
                    assertThat(hit.value("X-Own")).isNull();
                    assertThat(hit.value("Keep-Alive")).isNull();
                    assertThat(hit.value("Proxy-Connection")).isNull();
                }),
                Row.of("R9111-13", "fields for proxies are not kept", talk -> {
                    talk.answers(MINUTE, "Proxy-Authenticate: Basic", "Proxy-Authentication-Info: x");
                    talk.runs();
                    Recorded hit = talk.hits();
                    assertThat(hit.value("Proxy-Authenticate")).isNull();
                    assertThat(hit.value("Proxy-Authentication-Info")).isNull();
                }),
                Row.of("R9111-14", "trailers do not become fields", talk -> {
                    talk.answersRaw("HTTP/1.1 200 OK\r\n" + MINUTE
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Trailer: 1\r\n\r\n");
                    talk.runs();
                    assertThat(talk.hits().value("X-Trailer")).isNull();
                }));
    }

    private static Stream<Row> unfinished() {
        return Stream.of(
                Row.of("R9111-16", "an answer that breaks off is not kept", talk -> {
                    talk.answersRaw("HTTP/1.1 200 OK\r\n" + MINUTE + "\r\nContent-Length: 10\r\n\r\nonly");
                    assertThat(talk.runs().status()).isEqualTo(502);
                    talk.answers(MINUTE);
                    assertThat(talk.runs().text()).isEqualTo("run 2");
                }),
                Row.of("R9111-16", "chunks that break off are not kept", talk -> {
                    talk.answersRaw(
                            "HTTP/1.1 200 OK\r\n" + MINUTE + "\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nonly\r\n");
                    talk.runs();
                    talk.answers(MINUTE);
                    assertThat(talk.runs().text()).isEqualTo("run 2");
                }),
                Row.notKept("R9111-17", "a part in the dress of a 200", MINUTE, "Content-Range: bytes 0-4/10"));
    }
}

package org.cachette.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Conditions of clients, ranges, HEAD and what unsafe methods make outdated. */
@Tag("R9111-63")
@Tag("R9111-64")
@Tag("R9111-65")
@Tag("R9111-66")
@Tag("R9111-73")
@Tag("R9111-80")
@Tag("R9111-81")
@Tag("R9111-82")
@Tag("R9111-83")
@Tag("R9110-1")
@Tag("R9110-3")
@Tag("R9110-4")
@Tag("R9110-5")
@Tag("R9110-6")
@Tag("R9110-7")
@Tag("R9110-8")
@Tag("R9110-9")
@Tag("R9110-12")
@Tag("R9110-20")
@Tag("R9110-21")
@Tag("R9110-22")
@Tag("R9110-25")
@Tag("R9110-28")
@Tag("R9110-29")
@Tag("R9110-38")
@Tag("R9110-40")
@Tag("R9110-41")
@Tag("R9110-42")
@Tag("R9110-43")
@Tag("R9110-44")
@Tag("R9110-45")
@Tag("R9110-46")
@Tag("R9110-47")
@Tag("R9110-48")
@Tag("R9110-49")
@Tag("R9110-50")
@Tag("R9110-51")
@Tag("R9110-61")
class ConditionRulesTest extends RulesContract {

    private static final String MINUTE = "Cache-Control: max-age=60";
    private static final String MODIFIED = "Sun, 06 Nov 1994 08:49:37 GMT";

    @Override
    Stream<Row> rows() {
        return Stream.of(tags(), dates(), notModified(), ranges(), ifRange(), heads(), invalidation())
                .flatMap(rows -> rows);
    }

    private static Row condition(String id, int status, String tag, String line) {
        return Row.of(id, line + " of " + tag + " gives " + status, talk -> {
            talk.answers(MINUTE, "ETag: " + tag, "Last-Modified: " + MODIFIED);
            talk.runs();
            assertThat(talk.hits(line).status()).isEqualTo(status);
        });
    }

    private static Stream<Row> tags() {
        return Stream.of(
                condition("R9111-63", 304, "\"a\"", "If-None-Match: \"a\""),
                condition("R9111-63", 200, "\"a\"", "If-None-Match: \"b\""),
                condition("R9110-1", 304, "W/\"a\"", "If-None-Match: \"a\""),
                condition("R9110-3", 200, "\"a\"", "If-None-Match: w/\"a\""),
                condition("R9110-4", 304, "\"a,b\"", "If-None-Match: \"x\", \"a,b\""),
                condition("R9110-4", 200, "\"a\"", "If-None-Match: \"x,\"a\",y\""),
                condition("R9110-5", 304, "\"a\"", "If-None-Match: *"),
                condition("R9110-6", 304, "\"a\"", "If-None-Match: \"x\",\t\"y\" , , \"a\""),
                condition("R9110-6", 304, "\"a\"", "If-None-Match: \"x\"\r\nIf-None-Match: \"a\""),
                condition("R9111-64", 200, "\"a\"", "If-Match: \"b\""),
                condition("R9111-65", 200, "\"a\"", "If-None-Match: \"b\"\r\nIf-Modified-Since: " + MODIFIED));
    }

    private static Stream<Row> dates() {
        return Stream.of(
                condition("R9110-8", 304, "\"a\"", "If-Modified-Since: " + MODIFIED),
                condition("R9110-8", 200, "\"a\"", "If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT"),
                condition("R9110-9", 304, "\"a\"", "If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT"),
                condition("R9110-9", 304, "\"a\"", "If-Modified-Since: Sun Nov  6 08:49:37 1994"),
                condition("R9110-7", 200, "\"a\"", "If-Modified-Since: yesterday"),
                condition(
                        "R9110-7",
                        200,
                        "\"a\"",
                        "If-Modified-Since: " + MODIFIED + "\r\nIf-Modified-Since: " + MODIFIED),
                Row.of("R9111-66", "without Last-Modified the Date counts", talk -> {
                    talk.answers(MINUTE, "Date: " + talk.date(-10));
                    talk.runs();
                    assertThat(talk.hits("If-Modified-Since: " + talk.date(0)).status())
                            .isEqualTo(304);
                    assertThat(talk.hits("If-Modified-Since: " + talk.date(-11)).status())
                            .isEqualTo(200);
                }));
    }

    private static Stream<Row> notModified() {
        return Stream.of(
                Row.of("R9110-12", "a condition does not count on what is no success", talk -> {
                    talk.answersWith(404, MINUTE, "ETag: \"a\"");
                    talk.runs();
                    assertThat(talk.hits("If-None-Match: \"a\"").status()).isEqualTo(404);
                }),
                Row.of("R9110-20", "a 304 has the fields that the 200 has, and none of the content", talk -> {
                    talk.answers(MINUTE, "ETag: \"a\"", "Vary: X-A", "Content-Location: /x", "Content-Type: a/b");
                    talk.runs();
                    Recorded answer = talk.hits("If-None-Match: \"a\"");
                    assertThat(answer.value("ETag")).isEqualTo("\"a\"");
                    assertThat(answer.value("Cache-Control")).isEqualTo("max-age=60");
                    assertThat(answer.value("Vary")).isEqualTo("X-A");
                    assertThat(answer.value("Content-Location")).isEqualTo("/x");
                    assertThat(answer.value("Date")).isNotNull();
                    assertThat(answer.value("Content-Type")).isNull();
                    assertThat(answer.value("Content-Length")).isNull();
                    assertThat(answer.text()).isEmpty();
                }),
                Row.of("R9110-25", "a HEAD is answered with the fields of the GET", talk -> {
                    talk.answers(MINUTE, "ETag: \"a\"", "Content-Type: a/b");
                    talk.runs();
                    Recorded head = talk.send("HEAD");
                    assertThat(head.value("ETag")).isEqualTo("\"a\"");
                    assertThat(head.value("Content-Type")).isEqualTo("a/b");
                    assertThat(talk.send("HEAD", "If-None-Match: \"a\"").status())
                            .isEqualTo(304);
                    assertThat(talk.count()).isEqualTo(1);
                }),
                Row.of("R9110-28", "conditions on OPTIONS are the origin's", talk -> {
                    talk.answers(MINUTE, "ETag: \"a\"");
                    talk.runs();
                    assertThat(talk.send("OPTIONS", "If-None-Match: \"a\"").status())
                            .isEqualTo(200);
                    assertThat(talk.count()).isEqualTo(2);
                }));
    }

    private static Row range(String id, String range, int status, String contentRange, String text) {
        return Row.of(id, "Range: " + range + " gives " + status, talk -> {
            talk.answersRaw("HTTP/1.1 200 OK\r\n" + MINUTE + "\r\nETag: \"a\"\r\nContent-Length: 10\r\n\r\n0123456789");
            talk.runs();
            Recorded answer = talk.hits("Range: " + range);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.value("Content-Range")).isEqualTo(contentRange);
            if (status != 416) {
                assertThat(answer.text()).isEqualTo(text);
                assertThat(answer.value("ETag")).isEqualTo("\"a\"");
                assertThat(answer.value("Cache-Control")).isEqualTo("max-age=60");
            }
        });
    }

    private static Stream<Row> ranges() {
        return Stream.of(
                range("R9110-42", "bytes=2-4", 206, "bytes 2-4/10", "234"),
                range("R9110-43", "bytes=7-", 206, "bytes 7-9/10", "789"),
                range("R9110-43", "bytes=7-99", 206, "bytes 7-9/10", "789"),
                range("R9110-43", "bytes=-3", 206, "bytes 7-9/10", "789"),
                range("R9110-43", "bytes=-99", 206, "bytes 0-9/10", "0123456789"),
                range("R9110-44", "bytes=10-", 416, "bytes */10", ""),
                range("R9110-45", "bytes=9-1", 200, null, "0123456789"),
                range("R9110-45", "bytes=x", 200, null, "0123456789"),
                range("R9110-40", "lines=1-2", 200, null, "0123456789"),
                range("R9110-50", "bytes=0-99999999999999999999999", 206, "bytes 0-9/10", "0123456789"),
                Row.of("R9110-46", "several ranges come in parts", talk -> {
                    talk.answersRaw("HTTP/1.1 200 OK\r\n" + MINUTE + "\r\nContent-Length: 10\r\n\r\n0123456789");
                    talk.runs();
                    Recorded answer = talk.hits("Range: bytes=0-1,8-9");
                    assertThat(answer.status()).isEqualTo(206);
                    assertThat(answer.value("Content-Type")).startsWith("multipart/byteranges");
                    assertThat(answer.value("Content-Range")).isNull();
                    assertThat(answer.text()).contains("bytes 0-1/10", "bytes 8-9/10");
                }),
                Row.of("R9110-41", "a 304 wins over a 206", talk -> {
                    talk.answers(MINUTE, "ETag: \"a\"");
                    talk.runs();
                    assertThat(talk.hits("Range: bytes=0-1", "If-None-Match: \"a\"")
                                    .status())
                            .isEqualTo(304);
                }),
                Row.of("R9110-40", "a range on HEAD does not count", talk -> {
                    talk.answers(MINUTE);
                    talk.runs();
                    assertThat(talk.send("HEAD", "Range: bytes=0-1").status()).isEqualTo(200);
                }));
    }

    private static Row ifRange(String tag, String ifRange, int status) {
        return Row.of("R9110-49", "If-Range: " + ifRange + " on " + tag + " gives " + status, talk -> {
            talk.answers(MINUTE, "ETag: " + tag, "Last-Modified: " + MODIFIED, "Date: " + talk.date(0));
            talk.runs();
            assertThat(talk.hits("Range: bytes=0-1", "If-Range: " + ifRange).status())
                    .isEqualTo(status);
        });
    }

    private static Stream<Row> ifRange() {
        return Stream.of(
                ifRange("\"a\"", "\"a\"", 206),
                ifRange("\"a\"", "\"b\"", 200),
                ifRange("W/\"a\"", "W/\"a\"", 200),
                ifRange("\"a\"", MODIFIED, 206),
                ifRange("\"a\"", "Sun, 06 Nov 1994 08:49:38 GMT", 200));
    }

    private static Row outdates(String id, String method, int status, boolean gone) {
        return Row.of(id, "a " + status + " to " + method + (gone ? " outdates" : " leaves") + " the page", talk -> {
            talk.answers(MINUTE, "Vary: X-A");
            talk.runs();
            talk.runs("X-A: 1");
            talk.answersWith(status, "X-B: 1");
            talk.send(method);
            talk.answers(MINUTE, "Vary: X-A");
            if (gone) {
                talk.runs();
                talk.runs("X-A: 1");
            } else {
                talk.hits();
                talk.hits("X-A: 1");
            }
        });
    }

    private static Stream<Row> heads() {
        return Stream.of(
                head("about the same content freshens the page", true, "ETag: \"a\""),
                head("that says nothing of the content does so too", true),
                head("about other content does not", false, "ETag: \"b\""),
                head("that forbids storing does not", false, "ETag: \"a\"", "Cache-Control: no-store"));
    }

    private static Row head(String what, boolean freshens, String... lines) {
        return Row.of("R9111-73", "a HEAD " + what, talk -> {
            talk.answers(MINUTE, "ETag: \"a\"");
            talk.runs();
            talk.advance(61);
            talk.answers(lines);
            talk.send("HEAD");
            if (freshens) {
                assertThat(talk.hits().value("Cache-Status")).isEqualTo("Cachette;hit;ttl=60");
            } else {
                talk.runs();
            }
        });
    }

    private static Stream<Row> invalidation() {
        return Stream.of(
                outdates("R9111-80", "POST", 200, true),
                outdates("R9111-80", "PUT", 204, true),
                outdates("R9111-80", "DELETE", 303, true),
                outdates("R9110-29", "FROB", 200, true),
                outdates("R9111-81", "POST", 404, false),
                outdates("R9111-81", "POST", 500, false),
                outdates("R9111-80", "OPTIONS", 200, false),
                outdates("R9111-80", "TRACE", 200, false),
                named("Location", "", true),
                named("Content-Location", "http://site.example", true),
                named("Location", "http://other.example", false));
    }

    private static Row named(String field, String origin, boolean gone) {
        String where = origin.isEmpty() ? "a path" : origin;
        return Row.of("R9111-82", field + " with " + where + (gone ? " outdates" : " leaves") + " that page", talk -> {
            talk.answers(MINUTE);
            talk.runsAt("?page");
            talk.answersWith(201, field + ": " + origin + talk.path() + "?page");
            talk.send("POST");
            talk.answers(MINUTE);
            if (gone) {
                talk.runsAt("?page");
            } else {
                talk.hitsAt("?page");
            }
        });
    }
}

package org.cachette.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Cache-Status (RFC 9211), targeted fields (RFC 9213), cache groups (RFC 9875), No-Vary-Search, QUERY; and fields that are broken. */
@Tag("R9211-1")
@Tag("R9211-2")
@Tag("R9211-3")
@Tag("R9211-5")
@Tag("R9211-6")
@Tag("R9211-8")
@Tag("R9211-9")
@Tag("R9213-1")
@Tag("R9213-3")
@Tag("R9213-4")
@Tag("R9213-5")
@Tag("R9213-12")
@Tag("R9875-3")
@Tag("R9875-6")
@Tag("R9875-7")
@Tag("RNVS-4")
@Tag("RNVS-8")
@Tag("RQRY-1")
@Tag("RQRY-2")
@Tag("RQRY-3")
class OtherRulesTest extends RulesContract {

    private static final String MINUTE = "Cache-Control: max-age=60";

    @Override
    Stream<Row> rows() {
        return Stream.of(cacheStatus(), targeted(), groups(), search(), query(), broken())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> cacheStatus() {
        return Stream.of(
                Row.of("R9211-5", "a miss says why it went on, and whether it was kept", talk -> {
                    talk.answers(MINUTE);
                    assertThat(talk.runs().value("Cache-Status"))
                            .contains(";fwd=")
                            .contains(";stored")
                            .doesNotContain("hit");
                    assertThat(talk.send("POST").value("Cache-Status")).contains("fwd=method");
                }),
                Row.of("R9211-3", "a hit says so, and what is left", talk -> {
                    talk.answers(MINUTE);
                    talk.runs();
                    talk.advance(10);
                    assertThat(talk.hits().value("Cache-Status")).isEqualTo("Cachette;hit;ttl=50");
                }),
                Row.of("R9211-1", "what the origin's caches say stands before", talk -> {
                    talk.answers(MINUTE, "Cache-Status: Other;hit;ttl=5");
                    assertThat(talk.runs().value("Cache-Status")).startsWith("Other;hit;ttl=5, Cachette;fwd=");
                    assertThat(talk.hits().value("Cache-Status")).startsWith("Other;hit;ttl=5, Cachette;hit");
                }));
    }

    private static Stream<Row> targeted() {
        return Stream.of(
                Row.kept(
                        "R9213-3",
                        "a targeted field decides alone",
                        "Cachette-Cache-Control: max-age=60",
                        "Cache-Control: no-store"),
                Row.notKept("R9213-3", "a targeted field that forbids", "Cachette-Cache-Control: no-store", MINUTE),
                Row.kept("R9213-1", "one that is broken does not count", "Cachette-Cache-Control: ?!", MINUTE),
                Row.of("R9213-12", "what is said to this cache alone is not sent on", talk -> {
                    talk.answers("Cachette-Cache-Control: max-age=60", "Cache-Control: no-store", "ETag: \"a\"");
                    assertThat(talk.runs().value("Cachette-Cache-Control")).isNull();
                    assertThat(talk.hits().value("Cachette-Cache-Control")).isNull();
                    assertThat(talk.hits("If-None-Match: \"a\"").value("Cachette-Cache-Control"))
                            .isNull();
                    talk.answers("Cachette-Cache-Control: no-store", "Cache-Control: max-age=60");
                    talk.advance(61);
                    assertThat(talk.runs().value("Cachette-Cache-Control")).isNull();
                }),
                Row.of("R9213-5", "those of others pass", talk -> {
                    talk.answers("Other-Cache-Control: no-store", MINUTE);
                    talk.runs();
                    assertThat(talk.hits().value("Other-Cache-Control")).isEqualTo("no-store");
                }));
    }

    private static Stream<Row> groups() {
        return Stream.of(
                Row.of("R9875-7", "an unsafe method outdates the groups that its answer names", talk -> {
                    talk.answers(MINUTE, "Cache-Groups: \"g\"");
                    talk.runsAt("?a");
                    talk.runsAt("?b", "Host: other.example");
                    talk.answers("Cache-Group-Invalidation: \"g\"");
                    talk.send("POST");
                    talk.answers(MINUTE, "Cache-Groups: \"g\"");
                    talk.runsAt("?a");
                    talk.hitsAt("?b", "Host: other.example");
                }),
                Row.of("R9875-6", "a safe one does not", talk -> {
                    talk.answers(MINUTE, "Cache-Groups: \"h\"");
                    talk.runsAt("?a");
                    talk.answers("Cache-Group-Invalidation: \"h\"");
                    talk.runsAt("?b");
                    talk.hitsAt("?a");
                }));
    }

    private static Stream<Row> search() {
        return Stream.of(
                Row.of("RNVS-4", "parameters that do not matter", talk -> {
                    talk.answers(MINUTE, "No-Vary-Search: params=(\"utm\")");
                    talk.runsAt("?a=1&utm=1");
                    talk.hitsAt("?a=1&utm=2");
                    talk.runsAt("?a=2&utm=1");
                }),
                Row.of("RNVS-8", "the order of names does not matter", talk -> {
                    talk.answers(MINUTE, "No-Vary-Search: key-order, params=()");
                    talk.runsAt("?a=1&b=2");
                    talk.hitsAt("?b=2&a=1");
                }));
    }

    private static Stream<Row> query() {
        return Stream.of(
                Row.of("RQRY-1", "QUERY outdates nothing", talk -> {
                    talk.answers(MINUTE);
                    talk.runs();
                    talk.sendWith("q", "QUERY", "Content-Length: 1", "Content-Type: a/b");
                    talk.hits();
                }),
                Row.of("RQRY-2", "answers to QUERY are kept by its content", talk -> {
                    talk.answers(MINUTE);
                    talk.sendWith("q", "QUERY", "Content-Length: 1", "Content-Type: a/b");
                    talk.sendWith("q", "QUERY", "Content-Length: 1", "Content-Type: a/b");
                    assertThat(talk.count()).isEqualTo(1);
                    talk.sendWith("r", "QUERY", "Content-Length: 1", "Content-Type: a/b");
                    talk.sendWith("q", "QUERY", "Content-Length: 1", "Content-Type: a/c");
                    assertThat(talk.count()).isEqualTo(3);
                    assertThat(talk.seen().text()).isEqualTo("q");
                }),
                Row.of(
                        "RQRY-2",
                        "a QUERY asks with the client's own conditions, which prove nothing about the entry",
                        talk -> {
                            talk.answers(MINUTE, "ETag: \"v1\"");
                            talk.sendWith("q", "QUERY", "Content-Length: 1", "Content-Type: a/b");
                            talk.advance(61);
                            talk.answersRaw("HTTP/1.1 304 \r\nConnection: close\r\n\r\n");
                            Recorded same = talk.sendWith(
                                    "q", "QUERY", "Content-Length: 1", "Content-Type: a/b", "If-None-Match: \"v2\"");
                            assertThat(same.status()).isEqualTo(304);
                            assertThat(talk.seen().value("If-None-Match")).isEqualTo("\"v2\"");
                            talk.answers(MINUTE);
                            talk.sendWith("q", "QUERY", "Content-Length: 1", "Content-Type: a/b");
                            assertThat(talk.count()).isEqualTo(3);
                        }),
                Row.of("RQRY-3", "a GET is not answered with a QUERY's answer", talk -> {
                    talk.answers(MINUTE);
                    talk.sendWith("q", "QUERY", "Content-Length: 1", "Content-Type: a/b");
                    talk.runs();
                }));
    }

    /** Answers whose fields can't be read pass as they are, and are not kept where that may be wrong. */
    private static Stream<Row> broken() {
        return Stream.of(
                Row.notKept(
                        "R9111-44",
                        "a Cache-Control that does not close its quote",
                        "Cache-Control: max-age=60, x=\"no-store"),
                Row.notKept(
                        "R9111-44",
                        "a private behind a semicolon",
                        "Cache-Control: private; max-age=60",
                        "Expires: Thu, 01 Jan 2099 00:00:00 GMT"),
                Row.kept("R9111-53", "a negative Age", MINUTE, "Age: -5"),
                Row.kept("R9111-48", "a Date that is none", MINUTE, "Date: now"),
                Row.of("R9111-11", "odd fields pass", talk -> {
                    talk.answers(
                            MINUTE,
                            "ETag: no quotes",
                            "Last-Modified: once",
                            "Content-Type: nonsense",
                            "Vary: , ,",
                            "Content-Language: ;;");
                    talk.runs();
                    Recorded hit = talk.hits();
                    assertThat(hit.value("ETag")).isEqualTo("no quotes");
                    assertThat(hit.value("Last-Modified")).isEqualTo("once");
                    assertThat(hit.value("Content-Type")).isEqualTo("nonsense");
                    assertThat(hit.value("Content-Language")).isEqualTo(";;");
                }));
    }
}

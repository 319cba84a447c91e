package org.cachette.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** What a kept answer answers (RFC 9111 section 4), and for how long it is fresh. */
@Tag("R9111-20")
@Tag("R9111-21")
@Tag("R9111-22")
@Tag("R9111-23")
@Tag("R9111-25")
@Tag("R9111-26")
@Tag("R9111-29")
@Tag("R9111-30")
@Tag("R9111-31")
@Tag("R9111-32")
@Tag("R9111-35")
@Tag("R9111-40")
@Tag("R9111-41")
@Tag("R9111-42")
@Tag("R9111-43")
@Tag("R9111-44")
@Tag("R9111-45")
@Tag("R9111-46")
@Tag("R9111-47")
@Tag("R9111-48")
@Tag("R9111-49")
@Tag("R9111-52")
@Tag("R9111-53")
@Tag("R9111-90")
@Tag("R9111-91")
@Tag("R9111-92")
@Tag("R9111-94")
@Tag("R9111-95")
@Tag("R9111-101")
@Tag("R9111-104")
@Tag("R8246-1")
class ServingRulesTest extends RulesContract {

    private static final String MINUTE = "Cache-Control: max-age=60";

    @Override
    Stream<Row> rows() {
        return Stream.of(targets(), vary(), age(), lifetimes(), dates(), directives())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> targets() {
        return Stream.of(
                Row.of("R9111-20", "path, query and host count", talk -> {
                    talk.answers(MINUTE);
                    talk.runsAt("?a=1&b=2");
                    talk.hitsAt("?a=1&b=2");
                    talk.runsAt("?b=2&a=1");
                    talk.runsAt("");
                    talk.runsAt("?a=1&b=2", "Host: other.example");
                    talk.hitsAt("?a=1&b=2", "Host: other.example");
                }),
                Row.of("R9111-21", "a GET's answer serves a HEAD", talk -> {
                    talk.answers(MINUTE);
                    talk.runs();
                    Recorded head = talk.send("HEAD");
                    assertThat(talk.count()).isEqualTo(1);
                    assertThat(head.value("Content-Length")).isEqualTo("5");
                    assertThat(head.text()).isEmpty();
                }),
                Row.of("R9111-21", "a HEAD's answer does not serve a GET", talk -> {
                    talk.answers(MINUTE);
                    talk.send("HEAD");
                    assertThat(talk.runs().text()).isEqualTo("run 2");
                }),
                Row.of("R9111-26", "unsafe methods always reach the origin", talk -> {
                    talk.answers(MINUTE);
                    talk.runs();
                    talk.send("PUT");
                    talk.send("DELETE");
                    talk.send("FROB");
                    assertThat(talk.count()).isEqualTo(4);
                }));
    }

    private static Stream<Row> vary() {
        return Stream.of(
                Row.of("R9111-22", "the fields that Vary names must fit", talk -> {
                    talk.answers(MINUTE, "Vary: X-A, Accept-Language");
                    talk.runs("X-A: 1", "Accept-Language: de");
                    talk.hits("X-A: 1", "Accept-Language: de");
                    talk.runs("X-A: 2", "Accept-Language: de");
                    talk.runs("X-A: 1", "Accept-Language: en");
                    talk.hits("X-A: 1", "Accept-Language: de");
                }),
                Row.of("R9111-30", "names in any case, and lines that are joined, match", talk -> {
                    talk.answers(MINUTE, "vary: x-A");
                    talk.runs("X-A: 1,2");
                    talk.hits("x-a: 1", "X-a: 2");
                }),
                Row.of("R9111-30", "blanks around a value do not matter", talk -> {
                    talk.answers(MINUTE, "Vary: X-A");
                    talk.runs("X-A: 1");
                    talk.hits("X-A:  \t1 ");
                }),
                Row.of("R9111-31", "absent matches only absent", talk -> {
                    talk.answers(MINUTE, "Vary: X-A");
                    talk.runs();
                    talk.runs("X-A:");
                    talk.runs("X-A: -");
                    talk.hits();
                }),
                Row.notKept("R9111-32", "Vary: * never matches", MINUTE, "Vary: *"),
                Row.notKept("R9111-32", "* among names", MINUTE, "Vary: X-A, , *"),
                Row.notKept("R9111-32", "* on a second line", MINUTE, "Vary: X-A", "Vary: *"),
                Row.of("R9111-35", "fields that Vary does not name do not split", talk -> {
                    talk.answers(MINUTE);
                    talk.runs("Accept: text/html", "User-Agent: one", "Accept-Encoding: gzip");
                    talk.hits("Accept: image/png", "User-Agent: two", "Accept-Encoding: br");
                    talk.hits();
                }));
    }

    private static Stream<Row> age() {
        return Stream.of(
                Row.of("R9111-25", "Age is the true one, in place of the stored", talk -> {
                    talk.answers(MINUTE, "Age: 20");
                    talk.runs();
                    talk.advance(10);
                    assertThat(talk.hits().values("Age")).containsExactly("30");
                }),
                Row.of("R9111-29", "the stored Date stays", talk -> {
                    String date = talk.date(-5);
                    talk.answers(MINUTE, "Date: " + date);
                    talk.runs();
                    talk.advance(10);
                    assertThat(talk.hits().values("Date")).containsExactly(date);
                }),
                Row.of("R9111-52", "a Date in the past is age", talk -> {
                    talk.answers(MINUTE, "Date: " + talk.date(-50));
                    talk.runs();
                    assertThat(talk.hits().value("Age")).isEqualTo("50");
                    talk.advance(10);
                    talk.runs();
                }),
                Row.of("R9111-53", "of several ages the first counts", talk -> {
                    talk.answers(MINUTE, "Age: 10, 50");
                    talk.runs();
                    assertThat(talk.hits().value("Age")).isEqualTo("10");
                }),
                Row.kept("R9111-53", "an age that is no number does not count", MINUTE, "Age: old"),
                Row.notKept("R9111-40", "an age equal to the lifetime is not fresh", MINUTE, "Age: 60"));
    }

    private static Stream<Row> lifetimes() {
        return Stream.of(
                Row.of("R9111-40", "what has become as old as its lifetime is not fresh", talk -> {
                    talk.answers(MINUTE);
                    talk.runs();
                    talk.advance(59);
                    talk.hits();
                    talk.advance(1);
                    talk.runs();
                }),
                Row.of("R9111-41", "s-maxage beats max-age", talk -> {
                    talk.answers("Cache-Control: max-age=1, s-maxage=60");
                    talk.runs();
                    talk.advance(30);
                    talk.hits();
                }),
                Row.notKept("R9111-41", "an s-maxage of 0 beats max-age", "Cache-Control: max-age=60, s-maxage=0"),
                Row.of("R9111-42", "Expires does not count beside max-age", talk -> {
                    talk.answers("Cache-Control: max-age=60", "Expires: " + talk.date(-100));
                    talk.runs();
                    talk.hits();
                    talk.answers("Cache-Control: max-age=0", "Expires: " + talk.date(100));
                    talk.runsAt("?other");
                    talk.runsAt("?other");
                }),
                Row.notKept("R9111-43", "the first of repeated max-age counts", "Cache-Control: max-age=0, max-age=60"),
                Row.notKept("R9111-44", "an unreadable max-age is stale", "Cache-Control: max-age=abc"),
                Row.notKept("R9111-44", "a negative max-age is stale", "Cache-Control: max-age=-60"),
                Row.notKept("R9111-44", "a fraction is unreadable", "Cache-Control: max-age=6.5"),
                Row.kept("R9111-45", "a max-age beyond every type", "Cache-Control: max-age=99999999999999999999999"),
                Row.notKept("R9111-45", "an age beyond every type", MINUTE, "Age: 99999999999999999999999"),
                Row.notKept("R9111-46", "Expires: 0", "Expires: 0"),
                Row.notKept("R9111-46", "Expires: nonsense", "Expires: tomorrow"),
                Row.notKept(
                        "R9111-49",
                        "no guess by Last-Modified unless switched on",
                        "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"));
    }

    private static Stream<Row> dates() {
        return Stream.of(
                Row.of("R9111-48", "without Date the time of receipt counts", talk -> {
                    talk.answers("Expires: " + talk.date(30));
                    talk.runs();
                    talk.advance(29);
                    assertThat(talk.hits().value("Date")).isEqualTo(talk.date(-29));
                    talk.advance(1);
                    talk.runs();
                }),
                Row.of("R9111-47", "names in dates in any case", talk -> {
                    talk.answers("Expires: "
                            + talk.date(30).toLowerCase(java.util.Locale.ROOT).replace("gmt", "GMT"));
                    talk.runs();
                    talk.hits();
                }),
                Row.of("R9111-47", "zones other than GMT are none", talk -> {
                    talk.answers("Expires: " + talk.date(30).replace("GMT", "CET"));
                    talk.runs();
                    talk.runs();
                }));
    }

    private static Stream<Row> directives() {
        return Stream.of(
                Row.notKept(
                        "R9111-23", "no-cache is not used without validation", "Cache-Control: no-cache, max-age=60"),
                Row.kept("R9111-90", "names in any case", "cache-control: MAX-AGE=60"),
                Row.kept("R9111-90", "quoted arguments", "Cache-Control: max-age=\"60\""),
                Row.kept("R9111-91", "nothing inside quotes", "Cache-Control: max-age=60, x=\"no-store, private\""),
                Row.kept("R9111-92", "unknown directives", "Cache-Control: x, y=z, max-age=60"),
                Row.kept("R8246-1", "immutable with an argument", "Cache-Control: max-age=60, immutable=1, immutable"),
                Row.kept("R9111-104", "Pragma in answers means nothing", MINUTE, "Pragma: no-cache"),
                Row.of("R9111-94", "directives of requests do not count unless switched on", talk -> {
                    talk.answers(MINUTE);
                    talk.runs();
                    talk.advance(10);
                    talk.hits("Cache-Control: no-cache");
                    talk.hits("Cache-Control: max-age=0");
                    talk.hits("Pragma: no-cache");
                    talk.hits("Cache-Control: min-fresh=100");
                }),
                Row.of("R9111-95", "nor does only-if-cached", talk -> {
                    talk.answers(MINUTE);
                    assertThat(talk.runs("Cache-Control: only-if-cached").status())
                            .isEqualTo(200);
                    assertThat(talk.hits("Cache-Control: only-if-cached").status())
                            .isEqualTo(200);
                }),
                Row.of("R9111-101", "directives go on to the client", talk -> {
                    talk.answers("Cache-Control: s-maxage=60, stale-if-error=5, x-own");
                    assertThat(talk.runs().value("Cache-Control")).isEqualTo("s-maxage=60, stale-if-error=5, x-own");
                    assertThat(talk.hits().value("Cache-Control")).isEqualTo("s-maxage=60, stale-if-error=5, x-own");
                }));
    }
}

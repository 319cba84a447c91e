package org.cachette.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Validation at the origin, and answers that are stale (RFC 9111 sections 4.2.4 and 4.3, RFC 5861). */
@Tag("R9111-23")
@Tag("R9111-54")
@Tag("R9111-55")
@Tag("R9111-56")
@Tag("R9111-60")
@Tag("R9111-61")
@Tag("R9111-67")
@Tag("R9111-68")
@Tag("R9111-69")
@Tag("R9111-70")
@Tag("R9111-72")
@Tag("R9111-73")
@Tag("R9111-99")
@Tag("R5861-1")
@Tag("R5861-3")
@Tag("R5861-5")
@Tag("R5861-6")
@Tag("R5861-8")
@Tag("R5861-9")
@Tag("R8246-3")
class ReuseRulesTest extends RulesContract {

    private static final String MINUTE = "Cache-Control: max-age=60";
    private static final String MODIFIED = "Sun, 06 Nov 1994 08:49:37 GMT";

    @Override
    Stream<Row> rows() {
        return Stream.of(validation(), after304(), stale()).flatMap(rows -> rows);
    }

    private static Stream<Row> validation() {
        return Stream.of(
                Row.of("R9111-60", "a stale entry is validated by its tag", talk -> {
                    talk.answers(MINUTE, "ETag: \"a\"", "Last-Modified: " + MODIFIED);
                    talk.runs();
                    talk.advance(61);
                    talk.runs();
                    assertThat(talk.seen().value("If-None-Match")).isEqualTo("\"a\"");
                }),
                Row.of("R9111-61", "and by its date", talk -> {
                    talk.answers(MINUTE, "Last-Modified: " + MODIFIED);
                    talk.runs();
                    talk.advance(61);
                    talk.runs();
                    assertThat(talk.seen().value("If-Modified-Since")).isEqualTo(MODIFIED);
                }),
                Row.of("R9111-67", "a 304 to the gateway is a 200 to a client who did not ask", talk -> {
                    talk.answers(MINUTE, "ETag: \"a\"");
                    talk.runs();
                    talk.advance(61);
                    talk.answersWith(304, MINUTE, "ETag: \"a\"");
                    Recorded answer = talk.runs();
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.text()).isEqualTo("run 1");
                    talk.hits();
                }),
                Row.of("R9111-68", "a full answer takes the entry's place", talk -> {
                    talk.answers(MINUTE, "ETag: \"a\"");
                    talk.runs();
                    talk.advance(61);
                    talk.answers(MINUTE, "ETag: \"b\"");
                    assertThat(talk.runs().text()).isEqualTo("run 2");
                    assertThat(talk.hits().text()).isEqualTo("run 2");
                }),
                Row.of("R9111-23", "no-cache is kept and validated each time", talk -> {
                    talk.answers("Cache-Control: no-cache", "ETag: \"a\"");
                    talk.runs();
                    talk.answersWith(304, "Cache-Control: no-cache", "ETag: \"a\"");
                    assertThat(talk.runs().text()).isEqualTo("run 1");
                    assertThat(talk.runs().text()).isEqualTo("run 1");
                }),
                Row.of("R8246-3", "a stale immutable entry is validated", talk -> {
                    talk.answers(MINUTE + ", immutable", "ETag: \"a\"");
                    talk.runs();
                    talk.advance(61);
                    talk.runs();
                    assertThat(talk.seen().value("If-None-Match")).isEqualTo("\"a\"");
                }));
    }

    private static Stream<Row> after304() {
        return Stream.of(
                Row.of("R9111-72", "fields that the 304 lacks stay, and those that it has are new", talk -> {
                    talk.answers(MINUTE, "ETag: \"a\"", "X-Old: 1", "X-Both: 1");
                    talk.runs();
                    talk.advance(61);
                    talk.answersWith(304, MINUTE, "ETag: \"a\"", "X-Both: 2");
                    talk.runs();
                    Recorded hit = talk.hits();
                    assertThat(hit.value("X-Old")).isEqualTo("1");
                    assertThat(hit.value("X-Both")).isEqualTo("2");
                    assertThat(hit.value("Content-Length")).isEqualTo("5");
                }),
                Row.of("R9111-70", "a 304 for another tag updates nothing", talk -> {
                    talk.answers(MINUTE, "ETag: \"a\"");
                    talk.runs();
                    talk.advance(61);
                    talk.answersWith(304, MINUTE, "ETag: \"b\"", "X-New: 1");
                    talk.runs();
                    talk.answers(MINUTE, "ETag: \"b\"");
                    assertThat(talk.runs().value("X-New")).isNull();
                }),
                Row.of("R9111-73", "a HEAD with another tag outdates the GET's entry", talk -> {
                    talk.answers(MINUTE, "ETag: \"a\"");
                    talk.runs();
                    talk.advance(61);
                    talk.answers(MINUTE, "ETag: \"b\"");
                    talk.send("HEAD");
                    assertThat(talk.runs().text()).isEqualTo("run 3");
                }));
    }

    private static Row whenTheOriginFails(String id, String sentence, String directives, long later, int status) {
        return Row.of(id, sentence, talk -> {
            talk.answers("Cache-Control: max-age=60" + directives, "ETag: \"a\"");
            talk.runs();
            talk.advance(60 + later);
            talk.answersWith(503);
            Recorded answer = talk.runs();
            assertThat(answer.status()).isEqualTo(status);
            if (status == 200) {
                assertThat(answer.value("Age")).isEqualTo("" + (60 + later));
            }
        });
    }

    private static Stream<Row> stale() {
        return Stream.of(
                whenTheOriginFails("R5861-5", "a stale answer in place of an error", ", stale-if-error=100", 50, 200),
                whenTheOriginFails("R5861-6", "not for longer than that", ", stale-if-error=100", 101, 503),
                whenTheOriginFails("R9111-55", "no stale answer without leave", "", 1, 503),
                whenTheOriginFails(
                        "R5861-9", "must-revalidate beats it", ", stale-if-error=100, must-revalidate", 50, 503),
                Row.of("R5861-5", "a stale answer where the origin can't be reached", talk -> {
                    talk.answers(MINUTE + ", stale-if-error=100");
                    talk.runs();
                    talk.advance(61);
                    talk.answersRaw("garbage\r\n\r\n");
                    assertThat(talk.get("").text()).isEqualTo("run 1");
                }),
                Row.of("R5861-1", "a stale answer at once, and a run behind it", talk -> {
                    talk.answers(MINUTE + ", stale-while-revalidate=100");
                    talk.runs();
                    talk.advance(61);
                    Recorded stale = talk.get("");
                    assertThat(stale.text()).isEqualTo("run 1");
                    assertThat(stale.value("Age")).isEqualTo("61");
                    for (long end = System.nanoTime() + 5_000_000_000L; talk.count() < 2 && System.nanoTime() < end; ) {
                        Thread.onSpinWait();
                    }
                    assertThat(talk.count()).isEqualTo(2);
                }),
                Row.of("R5861-3", "not for longer than that", talk -> {
                    talk.answers(MINUTE + ", stale-while-revalidate=100");
                    talk.runs();
                    talk.advance(161);
                    assertThat(talk.runs().text()).isEqualTo("run 2");
                }));
    }
}

package org.cachette.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** What one client sends through the gateway never changes what another one gets. */
@Tag("R9110-27")
@Tag("R9110-61")
@Tag("R9111-20")
class DeceptionRulesTest extends RulesContract {

    private static final String MINUTE = "Cache-Control: max-age=60";

    @Override
    Stream<Row> rows() {
        return Stream.concat(
                Stream.of(hidden(), host(), hosts(), condition(), range(), fat()),
                Stream.of(
                                "X-Forwarded-Host: evil.example",
                                "X-Original-URL: /evil",
                                "X-HTTP-Method-Override: POST",
                                "Range: bytes=0-0",
                                "If-None-Match: *",
                                "Accept: text/evil",
                                "Content-Type: text/evil",
                                "Connection: Host, Content-Length, Accept",
                                "TE: evil",
                                "X-A: \u00e4")
                        .map(DeceptionRulesTest::harmless));
    }

    /** The origin sees no language, so the answer is not that of the language. */
    private static Row hidden() {
        return Row.of("R9110-61", "a field that Connection takes away does not choose a variant", talk -> {
            talk.answers(MINUTE, "Vary: Accept-Language");
            talk.runs("Connection: close, Accept-Language", "Accept-Language: de");
            assertThat(talk.seen().value("Accept-Language")).isNull();
            talk.runs("Accept-Language: de");
            talk.hits();
        });
    }

    private static Row host() {
        return Row.of("R9111-20", "an answer for another host is for that host alone", talk -> {
            talk.answers(MINUTE);
            talk.runs("Host: evil.example");
            talk.runs();
            talk.hits("Host: evil.example");
        });
    }

    private static Row hosts() {
        return Row.of("R9111-20", "two hosts are none", talk -> {
            talk.answers(MINUTE);
            assertThat(talk.send("GET", "Host: site.example", "Host: evil.example")
                            .status())
                    .isEqualTo(400);
            assertThat(talk.count()).isZero();
            talk.runs();
        });
    }

    private static Row condition() {
        return Row.of("R9111-64", "the answer to a condition is nobody else's", talk -> {
            talk.answersWith(412, MINUTE);
            talk.runs("If-Match: \"x\"");
            talk.answers(MINUTE);
            assertThat(talk.get("").status()).isEqualTo(200);
        });
    }

    private static Row range() {
        return Row.of("R9110-13", "nor is the answer to a range", talk -> {
            talk.answersWith(416, MINUTE);
            talk.runs("Range: bytes=999999-");
            talk.answers(MINUTE);
            assertThat(talk.get("").status()).isEqualTo(200);
        });
    }

    private static Row fat() {
        return Row.of("R9110-27", "content of a GET does not reach others", talk -> {
            talk.answers(MINUTE);
            talk.sendWith("6\r\na=evil\r\n0\r\n\r\n", "GET", "Transfer-Encoding: chunked");
            talk.runs();
            assertThat(talk.seen().text()).isEmpty();
        });
    }

    private static Row harmless(String line) {
        return Row.of("R9111-20", line + " changes nothing for others", talk -> {
            talk.answers(MINUTE);
            talk.get("", line);
            Recorded answer = talk.get("");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).startsWith("run ").hasSize(5);
        });
    }
}

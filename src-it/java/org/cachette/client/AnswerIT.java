package org.cachette.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the other tests read answers with. */
final class AnswerIT {

    @Test
    void fieldsAreFoundWhateverTheCaseOfTheirNames() {
        Answer answer = answer(Map.of("Vary", List.of("Cookie", "Accept-Language")));

        assertThat(answer.header("vary")).contains("Cookie, Accept-Language");
        assertThat(answer.lines("VARY")).containsExactly("Cookie", "Accept-Language");
        assertThat(answer.header("Age")).isEmpty();
        assertThat(answer.lines("Age")).isEmpty();
    }

    @Test
    void textIsUtf8() {
        assertThat(answer(Map.of()).text()).isEqualTo("Ünïcode");
    }

    private static Answer answer(Map<String, List<String>> fields) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(fields);
        return new Answer(200, headers, "Ünïcode".getBytes(StandardCharsets.UTF_8));
    }
}

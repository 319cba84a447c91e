package org.cachette.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RequestFieldsTest {

    private final List<String> asked = new ArrayList<>();
    private final Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final RequestFields fields = new RequestFields(sent::keySet, this::lines);

    private List<String> lines(String name) {
        asked.add(name);
        return sent.getOrDefault(name, List.of());
    }

    @Test
    void aFieldIsTakenFromTheServerWhenItIsAskedForAndNotBefore() {
        sent.put("Accept", List.of("a", "b"));
        sent.put("Cookie", List.of("c=1"));

        assertThat(fields.get("accept")).containsExactly("a", "b");
        assertThat(asked).containsExactly("accept");
    }

    @Test
    void aFieldThatWasNotSentIsNotThere() {
        assertThat(fields.get("range")).isNull();
        assertThat(fields.containsKey("range")).isFalse();
        assertThat(fields.getOrDefault("range", List.of("none"))).containsExactly("none");
        assertThat(fields).isEmpty();
    }

    @Test
    void anEmptyFieldIsThere() {
        sent.put("Accept", List.of(""));

        assertThat(fields.containsKey("Accept")).isTrue();
        assertThat(fields.get("Accept")).containsExactly("");
    }

    @Test
    void allThatWereSentAreListedUnderTheirNames() {
        sent.put("Host", List.of("example.org"));
        sent.put("Accept", List.of("a", "b"));

        assertThat(fields.entrySet())
                .containsExactly(Map.entry("Accept", List.of("a", "b")), Map.entry("Host", List.of("example.org")));
    }
}

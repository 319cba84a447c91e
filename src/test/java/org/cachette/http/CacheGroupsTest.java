package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CacheGroupsTest {

    private static List<String> parse(String... lines) {
        return CacheGroups.parse(List.of(lines));
    }

    @Test
    @Tag("R9875-1")
    @Tag("R9875-3")
    void areStringsWithoutTheirParametersEachOnce() {
        assertThat(parse("\"a\", \"B c\";x=1", "\"a\", \"A\"")).containsExactly("a", "B c", "A");
    }

    @ParameterizedTest
    @Tag("R9875-1")
    @ValueSource(strings = {"a", "\"a\", b", "\"a\", 1", "(\"a\")", "\"a\",", "\"a", ""})
    void areNoneWhenAnythingElseIsThere(String line) {
        assertThat(parse(line)).isEmpty();
    }

    @Test
    @Tag("R9875-2")
    void areReadInAnyNumberAndLength() {
        List<String> many =
                IntStream.range(0, 100).mapToObj(i -> i + "x".repeat(100)).toList();

        assertThat(parse(CacheGroups.format(many, 20_000).orElseThrow())).isEqualTo(many);
    }

    @Test
    @Tag("R9875-8")
    void areLeftOutOverTheBudget() {
        assertThat(CacheGroups.format(List.of("a", "b"), 8)).hasValue("\"a\", \"b\"");
        assertThat(CacheGroups.format(List.of("a", "b"), 7)).isEmpty();
    }

    @Test
    void areLeftOutWhenTheyCannotBeWritten() {
        assertThat(CacheGroups.format(List.of("a", "\u00e4"), 99)).isEmpty();
        assertThat(CacheGroups.format(List.of("a\r\nX: y"), 99)).isEmpty();
        assertThat(CacheGroups.format(List.of("a\"b\\"), 99)).hasValue("\"a\\\"b\\\\\"");
    }
}

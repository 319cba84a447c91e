package org.cachette.fragment.facelets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FragmentIdsTest {

    private static final String TEXT = "<b id=\"f:count\">1</b>";

    @Test
    void aTextWithoutIdsIsForAllPlaces() {
        assertThat(FragmentIds.marked("<b>f:count</b>", List.of("f:count"))).isEqualTo("<b>f:count</b>");
        assertThat(FragmentIds.isOfOthers("<b>1</b>", List.of("g:count"))).isFalse();
    }

    @Test
    void aTextWithIdsIsForTheComponentsThatHaveThem() {
        String marked = FragmentIds.marked(TEXT, List.of("f:a", "f:count"));

        assertThat(FragmentIds.isOfOthers(marked, List.of("f:a", "f:count"))).isFalse();
        assertThat(FragmentIds.isOfOthers(marked, List.of("f:b", "f:count"))).isFalse();
        assertThat(FragmentIds.isOfOthers(marked, List.of("g:a", "g:count"))).isTrue();
        assertThat(FragmentIds.isOfOthers(marked, List.of("f:count", "f:a"))).isTrue();
        assertThat(FragmentIds.isOfOthers(marked, List.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<tr id=\"f:list:0:x\">", "<a onclick=\"go('f:list')\">", "f:list x=\"f:list\""})
    void idsStandInQuotesOrBeforeThoseOfTheirRows(String text) {
        assertThat(FragmentIds.marked(text, List.of("f:list")))
                .startsWith("<!--ids ")
                .endsWith("-->" + text);
    }

    @Test
    void theMarkIsNotPartOfThePage() {
        assertThat(FragmentIds.unmarked(FragmentIds.marked(TEXT, List.of("f:count"))))
                .isEqualTo(TEXT);
        assertThat(FragmentIds.unmarked("<!-- a comment -->" + TEXT)).startsWith("<!-- a comment");
    }
}

package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys as bytes. */
final class Utf8Test {

    @Test
    void whatHasUtf8IsWrittenSo() {
        for (String text : List.of("", "key", "\u00e4\u9375", "a \uD83D\uDD11 b", "\uFFFF\uFFFD?")) {
            assertThat(Utf8.ofKey(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void halvesOfSurrogatePairsStayApart() {
        assertThat(List.of("\uD83D", "\uD83E", "\uDD11", "\uDD11\uD83D", "\uD83D\uD83D\uDD11", "\uD83D\uDD11", "?"))
                .extracting(text -> HexFormat.of().formatHex(Utf8.ofKey(text)))
                .doesNotHaveDuplicates()
                .contains("eda0bd", "eda0bdf09f9491");
    }
}

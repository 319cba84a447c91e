package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys as JCache providers get them. */
final class ProviderKeysTest {

    private static final List<String> STRANGE =
            List.of("\uD83D", "\uD83E", "\uDD11\uD83D", "a\uD83D\uD83D\uDD11", "\uFFFF", "\uFFFFd83d", "$\uD83D\\");

    @Test
    void textsGoAsTheyAre() {
        for (String key : List.of("", ":1:key", "\u00e4\u9375\uD83D\uDD11")) {
            assertThat(ProviderKeys.of(key)).isEqualTo(key);
            assertThat(ProviderKeys.fullKey(key)).isEqualTo(key);
        }
    }

    @Test
    void halvesOfSurrogatePairsStayApartAndComeBack() {
        assertThat(STRANGE).extracting(ProviderKeys::of).doesNotHaveDuplicates();
        for (String key : STRANGE) {
            String utf8 = new String(ProviderKeys.of(key).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(ProviderKeys.fullKey(utf8)).isEqualTo(key);
        }
    }

    @Test
    void keysOfOthersAreNoFailure() {
        assertThat(List.of("\uFFFF", "\uFFFFxyz", "\uFFFF0024", "\uFFFF005c"))
                .extracting(ProviderKeys::fullKey)
                .containsExactly("\uFFFF", "\uFFFFxyz", "$", "\\");
    }
}

package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cachette.backend.Encoded;
import org.cachette.backend.ValueFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EntryBytesTest {

    private static final WireKey PLAIN = WireKey.of(":1:key");
    private static final WireKey DIGESTED = WireKey.of(":1:a key");

    private static Encoded encoded(byte kind, String text) {
        return new Encoded(kind, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(@Nullable Encoded value) {
        return value == null ? "none" : (char) value.kind() + new String(value.bytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsWrittenIsReadUnderBothKindsOfKeys() {
        for (WireKey key : new WireKey[] {PLAIN, DIGESTED}) {
            for (Encoded value : new Encoded[] {
                encoded(ValueFormat.STRING, ""),
                encoded(ValueFormat.STRING, "12"),
                encoded(ValueFormat.BYTES, "\0"),
                encoded(ValueFormat.NUMBER, "0"),
                encoded(ValueFormat.NUMBER, "-12")
            }) {
                byte[] item = EntryBytes.of(key, value);

                assertThat(text(EntryBytes.valueOf(key, EntryBytes.flags(key), item)))
                        .isEqualTo(text(value));
            }
        }
    }

    @Test
    void onlyNumbersAreBareDigitsThatMemcachedCountsWith() {
        assertThat(EntryBytes.of(PLAIN, encoded(ValueFormat.NUMBER, "41"))).containsExactly('4', '1');
        assertThat(EntryBytes.of(PLAIN, encoded(ValueFormat.STRING, "41"))).containsExactly('S', '4', '1');
    }

    @Test
    void blanksThatMemcachedAddsToAShorterNumberAreNoPartOfIt() {
        byte[] item = "9  ".getBytes(StandardCharsets.US_ASCII);

        assertThat(text(EntryBytes.valueOf(PLAIN, EntryBytes.PLAIN, item))).isEqualTo("N9");
    }

    @Test
    void anEntryOfAnotherKeyUnderTheSameDigestIsNone() {
        byte[] item = EntryBytes.of(WireKey.of(":1:b key"), encoded(ValueFormat.STRING, "text"));

        assertThat(EntryBytes.valueOf(DIGESTED, EntryBytes.WITH_KEY, item)).isNull();
        assertThat(EntryBytes.valueOf(DIGESTED, EntryBytes.WITH_KEY, Arrays.copyOf(item, 3)))
                .isNull();
    }

    @Test
    void halfPairsOfSurrogatesAreKeysOfTheirOwn() {
        WireKey one = WireKey.of(":1:\uD83D");
        WireKey other = WireKey.of(":1:\uD83E");

        assertThat(one.isPlain()).isFalse();
        assertThat(one.bytes()).isNotEqualTo(other.bytes());
    }

    @Test
    void keysThatMemcachedTakesStayAsTheyAre() {
        assertThat(WireKey.of("k".repeat(250)).isPlain()).isTrue();
        assertThat(WireKey.of("k".repeat(251)).isPlain()).isFalse();
        assertThat(WireKey.of("ключ").isPlain()).isTrue();
        assertThat(WireKey.of("ю".repeat(126)).isPlain()).isFalse();
        assertThat(WireKey.of("").isPlain()).isFalse();
        assertThat(WireKey.of("a\u007Fb").isPlain()).isFalse();
        assertThat(WireKey.of("a b").bytes()).hasSizeLessThan(WireKey.LONGEST);
    }
}

package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.cachette.backend.Encoded;
import org.cachette.backend.ValueFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DJ-DB-28")
final class EntryKeyTest {

    private static final Encoded VALUE = new Encoded(ValueFormat.STRING, "value".getBytes(StandardCharsets.US_ASCII));

    @Test
    void aKeyOfVisibleCharactersIsStoredAsItIs() {
        EntryKey key = EntryKey.of(":1:key", true);

        assertThat(key.stored()).isEqualTo(":1:key");
        assertThat(key.row(VALUE).value()).isEqualTo("Svalue".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void everyOtherKeyIsStoredAsADigestThatFitsTheColumn() {
        for (String fullKey : new String[] {"", " ", "a b", "é", "\uD800", "\u0000", "k".repeat(251)}) {
            EntryKey key = EntryKey.of(fullKey, true);

            assertThat(key.stored()).startsWith("cachette-sha256:").matches("[!-~]{1,250}");
            assertThat(Objects.requireNonNull(key.value(key.row(VALUE).value())).bytes())
                    .isEqualTo(VALUE.bytes());
        }
        assertThat(EntryKey.of("k".repeat(250), true).isDigested()).isFalse();
    }

    @Test
    void whereATableMixesKeysUpAllAreDigests() {
        assertThat(EntryKey.of("key", false).isDigested()).isTrue();
        assertThat(EntryKey.of("key", false).stored())
                .isNotEqualTo(EntryKey.of("KEY", false).stored());
    }

    @Test
    void theValueOfAnotherKeyIsNone() {
        EntryKey one = EntryKey.of("one key", true);
        EntryKey other = EntryKey.of("other key", true);

        assertThat(one.value(other.row(VALUE).value())).isNull();
        assertThat(one.value(new byte[0])).isNull();
    }
}

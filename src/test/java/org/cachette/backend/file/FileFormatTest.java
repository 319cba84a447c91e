package org.cachette.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FileFormatTest {

    private static final EntryKey KEY = EntryKey.of(":1:key");
    private static final byte[] FILE =
            EntryFormat.toBytes(KEY, new Encoded((byte) 'S', "value".getBytes(StandardCharsets.UTF_8)), 1234);

    @Test
    @Tag("DJ-FILE-02")
    void whatIsWrittenIsRead() {
        assertThat(EntryFormat.parse(FILE)).isInstanceOfSatisfying(Content.Whole.class, whole -> {
            assertThat(whole.isOf(KEY)).isTrue();
            Entry<Encoded> entry = whole.entry();
            assertThat(entry.expiry()).isEqualTo(1234);
            assertThat(entry.value().kind()).isEqualTo((byte) 'S');
            assertThat(entry.value().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("value");
        });
        assertThat(EntryFormat.expiry(FILE)).isEqualTo(1234);
    }

    @Test
    void anEntryIsThatOfItsFullKeyAlone() {
        Content.Whole whole = (Content.Whole) EntryFormat.parse(FILE);

        assertThat(whole.isOf(EntryKey.of(":1:kez"))).isFalse();
        assertThat(whole.isOf(EntryKey.of(":1:ke"))).isFalse();
        assertThat(whole.isOf(EntryKey.of(":1:key1"))).isFalse();
        assertThat(whole.isOf(EntryKey.of(""))).isFalse();
    }

    @Test
    void keysWithHalfASurrogatePairAreDifferentKeys() {
        assertThat(EntryKey.of("\uD83D").name())
                .isNotEqualTo(EntryKey.of("\uD83E").name())
                .isNotEqualTo(EntryKey.of("?").name());
    }

    @Test
    void namesAreReadBackAndOthersAreNot() {
        Name name = KEY.name();

        assertThat(Name.parse(name.fileName())).isEqualTo(name);
        assertThat(Name.parse(name.digits())).isNull();
        assertThat(Name.parse(name.digits() + ".djcache")).isNull();
        assertThat(Name.parse("G" + name.fileName().substring(1))).isNull();
        assertThat(Name.parse("A" + name.fileName().substring(1))).isNull();
        assertThat(Name.parse("lock.cachette")).isNull();
    }

    @Test
    @Tag("DJ-FILE-12")
    @Tag("DJ-FILE-13")
    void whatIsCutIsBroken() {
        for (int length = 0; length < FILE.length; length++) {
            assertThat(EntryFormat.parse(Arrays.copyOf(FILE, length)))
                    .as("%s bytes", length)
                    .isInstanceOf(Content.Broken.class);
        }
        assertThat(EntryFormat.parse(Arrays.copyOf(FILE, FILE.length + 1))).isInstanceOf(Content.Broken.class);
    }

    @Test
    void aByteThatChangedIsNoticed() {
        for (int i = 0; i < FILE.length; i++) {
            byte[] changed = FILE.clone();
            changed[i] ^= 0x40;

            assertThat(EntryFormat.parse(changed)).as("byte %s", i).isNotInstanceOf(Content.Whole.class);
        }
    }

    @Test
    void lengthsThatDoNotFitTheFileAreNotBelieved() {
        for (int at : new int[] {12, 24}) {
            for (int length : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -32}) {
                byte[] changed = FILE.clone();
                ByteBuffer.wrap(changed).putInt(at, length);

                assertThat(EntryFormat.parse(changed)).isInstanceOf(Content.Broken.class);
            }
        }
    }

    @Test
    void whatOthersWroteIsForeign() {
        Random random = new Random(1);
        for (int length = 8; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            assertThat(EntryFormat.parse(bytes)).isInstanceOf(Content.Foreign.class);
        }
    }
}

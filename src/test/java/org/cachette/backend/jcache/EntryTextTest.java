package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.junit.jupiter.api.Test;

final class EntryTextTest {

    @Test
    void anEntryComesBackWithItsExpiryKindAndBytes() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        for (long expiry : new long[] {Entry.NEVER, 0, 1_767_225_600_000L}) {
            Entry<Encoded> entry = EntryText.parse(EntryText.of(new Encoded(ValueFormat.BYTES, bytes), expiry));

            assertThat(entry.expiry()).isEqualTo(expiry);
            assertThat(entry.value().kind()).isEqualTo(ValueFormat.BYTES);
            assertThat(entry.value().bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void theFormatStaysAsItIs() {
        assertThat(EntryText.of(new Encoded(ValueFormat.NUMBER, new byte[] {'4', '2'}), 1_767_225_600_000L))
                .isEqualTo("C10000019b76daa800N42");
    }

    @Test
    void whatIsNotOursIsForeignAndStays() {
        for (Object foreign :
                new Object[] {"", "C1", "text of somebody else", "C1000000000000000gSx", 5, new byte[30]}) {
            assertThat(EntryText.parse(foreign)).satisfies(entry -> {
                assertThat(entry.value().kind()).isEqualTo(ValueFormat.FOREIGN);
                assertThat(entry.expiry()).isEqualTo(Entry.NEVER);
            });
        }
    }
}

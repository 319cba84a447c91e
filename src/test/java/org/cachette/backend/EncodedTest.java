package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class EncodedTest {

    private final ValueFormat format =
            new ValueFormat(new JavaSerializer(AllowList.of(""), EncodedTest.class.getClassLoader()));

    @Test
    @Tag("DJ-SER-03")
    void textsBytesAndNumbersAreKeptPlainly() {
        assertThat(format.encode("tëxt").bytes()).isEqualTo("tëxt".getBytes(StandardCharsets.UTF_8));
        assertThat(format.encode(new byte[] {1, 2}).bytes()).containsExactly(1, 2);
        assertThat(format.encode((short) -12).bytes()).isEqualTo("-12".getBytes(StandardCharsets.US_ASCII));
        assertThat(format.encode(true).kind()).isEqualTo(ValueFormat.OBJECT);
    }

    @Test
    void theKindGoesAlongInOneArray() {
        byte[] joined = format.encode(-12L).joined();

        assertThat(format.decode(Encoded.split(joined))).isEqualTo(-12L);
        assertThatThrownBy(() -> Encoded.split(new byte[0])).isInstanceOf(UnreadableEntryException.class);
    }
}

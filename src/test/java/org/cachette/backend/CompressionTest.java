package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.cachette.http.StoredResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class CompressionTest {

    private static final String TEXT = "a text that says the same again and again, ".repeat(100);

    private final ValueFormat format =
            new ValueFormat(new JavaSerializer(AllowList.of(""), CompressionTest.class.getClassLoader()), 1000);

    @Test
    void longTextsBytesPagesAndObjectsAreCompressed() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        StoredResponse page = new StoredResponse(200, Map.of(), bytes, Instant.EPOCH, Instant.EPOCH);

        for (Object value : List.of(TEXT, bytes, page, List.of(TEXT))) {
            Encoded encoded = format.encode(value);

            assertThat(encoded.kind()).isEqualTo(ValueFormat.COMPRESSED);
            assertThat(encoded.bytes()).hasSizeLessThan(1000);
            assertThat(format.decode(encoded)).isEqualTo(value);
        }
    }

    @Test
    void valuesAreCompressedAboveTheSizeOnly() {
        assertThat(format.encode("x".repeat(1000)).kind()).isEqualTo(ValueFormat.STRING);
        assertThat(format.encode("x".repeat(1001)).kind()).isEqualTo(ValueFormat.COMPRESSED);
    }

    @Test
    @Tag("DJ-API-24")
    void whatDoesNotBecomeShorterStaysAsItIs() {
        byte[] random = new byte[5000];
        new Random(1).nextBytes(random);

        assertThat(format.encode(random).kind()).isEqualTo(ValueFormat.BYTES);
        assertThat(format.encode(random).bytes()).isEqualTo(random);
    }

    @Test
    void numbersAreNeverCompressedSinceStoresCountWithThem() {
        ValueFormat all =
                new ValueFormat(new JavaSerializer(AllowList.of(""), CompressionTest.class.getClassLoader()), 0);

        assertThat(all.encode(Long.MIN_VALUE).kind()).isEqualTo(ValueFormat.NUMBER);
    }

    @Test
    void whatIsTooLongToBeReadAgainIsNotCompressed() {
        assertThat(format.encode(new byte[Compression.LONGEST]).kind()).isEqualTo(ValueFormat.COMPRESSED);
        assertThat(format.encode(new byte[Compression.LONGEST + 1]).kind()).isEqualTo(ValueFormat.BYTES);
    }

    private void assertUnreadable(byte... bytes) {
        assertThatThrownBy(() -> format.decode(new Encoded(ValueFormat.COMPRESSED, bytes)))
                .isInstanceOf(UnreadableEntryException.class);
    }

    private static byte[] deflated(byte kind, int length, byte[] whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put(kind).putInt(length).array());
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
            out.write(whole);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void aBombIsUnreadable() {
        byte[] bomb = deflated(ValueFormat.BYTES, Compression.LONGEST + 1, new byte[Compression.LONGEST + 1]);

        assertThat(bomb).hasSizeLessThan(50_000);
        assertUnreadable(bomb);
        assertUnreadable(deflated(ValueFormat.BYTES, Integer.MAX_VALUE, new byte[1000]));
        assertUnreadable(deflated(ValueFormat.BYTES, -1, new byte[1000]));
    }

    @Test
    void aBombThatSaysItIsSmallIsUnreadable() {
        assertUnreadable(deflated(ValueFormat.BYTES, 1000, new byte[Compression.LONGEST]));
        assertUnreadable(deflated(ValueFormat.BYTES, 0, new byte[1]));
    }

    @Test
    void aLargeClaimOfFewBytesIsUnreadable() {
        assertUnreadable(deflated(ValueFormat.BYTES, Compression.LONGEST, new byte[10]));
    }

    @Test
    void bytesThatAreCompressedTwiceAreUnreadable() {
        byte[] inner = deflated(ValueFormat.BYTES, 1000, new byte[1000]);

        assertUnreadable(deflated(ValueFormat.COMPRESSED, inner.length, inner));
        assertUnreadable(deflated(ValueFormat.SIGNED, inner.length, inner));
    }

    @Test
    void cutAndRandomBytesAreUnreadable() {
        byte[] bytes = format.encode(TEXT).bytes();
        for (int length = 0; length < bytes.length; length++) {
            assertUnreadable(Arrays.copyOf(bytes, length));
        }
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            byte[] planted = new byte[random.nextInt(200)];
            random.nextBytes(planted);
            assertUnreadable(planted);
        }
    }
}

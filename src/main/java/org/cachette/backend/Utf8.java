package org.cachette.backend;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts as bytes of which no two texts have the same. */
public final class Utf8 {

    private Utf8() {}

    /**
     * The bytes of a key, or of what keys are made of. Half a surrogate pair, which has no UTF-8, is written as if it were
     * a character: {@code getBytes} makes a question mark of it, and one key of two.
     */
    public static byte[] ofKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return withHalfPairs(text);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withHalfPairs(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(3 * text.length());
        text.codePoints().forEach(c -> {
            if (c <= Character.MAX_VALUE && Character.isSurrogate((char) c)) {
                bytes.write(0xE0 | c >> 12);
                bytes.write(0x80 | (c >> 6 & 0x3F));
                bytes.write(0x80 | (c & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    /** Bytes that can be read back as the same text. Fails for half a surrogate pair, which has none. */
    static byte[] bytes(String text) throws CharacterCodingException {
        ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}

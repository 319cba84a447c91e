package org.cachette.backend.redis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.cachette.backend.Encoded;
import org.cachette.backend.ValueFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values as Redis has them: keys in UTF-8; a whole number as its decimal digits, so that Redis can count with
 * it, anything else as its kind and bytes.
 */
final class EntryBytes {

    private static final Encoded UNREADABLE = new Encoded((byte) '?', new byte[0]);

    private EntryBytes() {}

    /** Half a surrogate pair, which has no UTF-8, is written as if it were a character: no two keys become one. */
    static byte[] ofKey(String fullKey) {
        for (int i = 0; i < fullKey.length(); i++) {
            if (Character.isSurrogate(fullKey.charAt(i))) {
                return withHalfPairs(fullKey);
            }
        }
        return fullKey.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withHalfPairs(String fullKey) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(3 * fullKey.length());
        fullKey.codePoints().forEach(c -> {
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

    static byte[] of(Encoded value) {
        return value.kind() == ValueFormat.NUMBER ? value.bytes() : value.joined();
    }

    /** The value in a reply; of unknown kind, which nobody can read, when it is not ours; null when there is none. */
    static @Nullable Encoded valueOf(@Nullable Object reply) {
        if (reply instanceof byte[] bytes) {
            if (bytes.length == 0) {
                return UNREADABLE;
            }
            byte first = bytes[0];
            return first == '-' || (first >= '0' && first <= '9')
                    ? new Encoded(ValueFormat.NUMBER, bytes)
                    : Encoded.split(bytes);
        }
        if (reply instanceof ErrorReply error) {
            if (error.isWrongType()) {
                return UNREADABLE;
            }
            throw error.failure();
        }
        return null;
    }
}

package org.cachette.backend.redis;

import org.cachette.backend.Encoded;
import org.cachette.backend.ValueFormat;
import org.jspecify.annotations.Nullable;

/**
 * Values as Redis has them: a whole number as its decimal digits, so that Redis can count with it, anything else as its
 * kind and bytes.
 */
final class EntryBytes {

    private static final Encoded UNREADABLE = new Encoded((byte) '?', new byte[0]);

    private EntryBytes() {}

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

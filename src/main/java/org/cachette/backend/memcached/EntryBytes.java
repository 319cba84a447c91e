package org.cachette.backend.memcached;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.cachette.backend.Encoded;
import org.cachette.backend.ValueFormat;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the bytes of an item: a whole number as its decimal digits, so that memcached can count with it, anything
 * else as its kind and bytes. Under a digest the length of the full key and the full key come first. The item's client
 * flags say which of the two it is, and that it is ours.
 */
final class EntryBytes {

    /** Client flags of entries that begin with their kind, and of those that begin with their full key. */
    static final long PLAIN = 0xCAC4E001L;

    static final long WITH_KEY = 0xCAC4E002L;

    private static final byte UNKNOWN = '?';

    private EntryBytes() {}

    static long flags(WireKey key) {
        return key.isPlain() ? PLAIN : WITH_KEY;
    }

    static byte[] of(WireKey key, Encoded value) {
        boolean number = value.kind() == ValueFormat.NUMBER;
        byte[] bytes = value.bytes();
        byte[] keyBytes = key.isPlain() ? new byte[0] : key.inEntry();
        int head = key.isPlain() ? 0 : 4 + keyBytes.length;
        ByteBuffer item = ByteBuffer.allocate(head + (number ? 0 : 1) + bytes.length);
        if (!key.isPlain()) {
            item.putInt(keyBytes.length).put(keyBytes);
        }
        if (!number) {
            item.put(value.kind());
        }
        return item.put(bytes).array();
    }

    /** The value; of unknown kind, which nobody can read, when the item is not ours; null when the key is another. */
    static @Nullable Encoded valueOf(WireKey key, long flags, byte[] item) {
        if (flags != flags(key)) {
            return new Encoded(UNKNOWN, new byte[0]);
        }
        int start = key.isPlain() ? 0 : startAfterKey(key.inEntry(), item);
        if (start < 0) {
            return null;
        }
        if (start == item.length) {
            return new Encoded(UNKNOWN, new byte[0]);
        }
        byte first = item[start];
        return first == '-' || (first >= '0' && first <= '9')
                ? new Encoded(ValueFormat.NUMBER, Arrays.copyOfRange(item, start, endOfDigits(item)))
                : new Encoded(first, Arrays.copyOfRange(item, start + 1, item.length));
    }

    /** Where the value begins; negative when another key, or a part of one, comes before it. */
    private static int startAfterKey(byte[] key, byte[] item) {
        int start = 4 + key.length;
        boolean same = item.length >= start
                && ByteBuffer.wrap(item).getInt() == key.length
                && Arrays.equals(item, 4, start, key, 0, key.length);
        return same ? start : -1;
    }

    /** memcached pads a number that became shorter with blanks. */
    private static int endOfDigits(byte[] item) {
        int end = item.length;
        while (end > 1 && item[end - 1] == ' ') {
            end--;
        }
        return end;
    }
}

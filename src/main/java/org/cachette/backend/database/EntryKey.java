package org.cachette.backend.database;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.cachette.backend.Encoded;
import org.jspecify.annotations.Nullable;

/**
 * A full key as it stands in the table: as it is where every database keeps it apart from every other one, else as a
 * digest, with the full key before the value.
 */
final class EntryKey {

    private static final String DIGESTED = "cachette-sha256:";
    private static final byte[] NOTHING = new byte[0];
    private static final Encoded UNREADABLE = new Encoded((byte) '?', NOTHING);

    private final String fullKey;
    private final String stored;
    private final byte[] before;

    private EntryKey(String fullKey, String stored, byte[] before) {
        this.fullKey = fullKey;
        this.stored = stored;
        this.before = before;
    }

    /** With {@code plain}, as it is where possible. */
    static EntryKey of(String fullKey, boolean plain) {
        return plain && isPlain(fullKey) ? new EntryKey(fullKey, fullKey, NOTHING) : digested(fullKey);
    }

    private static boolean isPlain(String fullKey) {
        int length = fullKey.length();
        if (length == 0 || length > CacheEntry.LONGEST_KEY || fullKey.startsWith(DIGESTED)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = fullKey.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static EntryKey digested(String fullKey) {
        try {
            ByteBuffer before = ByteBuffer.allocate(4 + 2 * fullKey.length());
            before.putInt(fullKey.length()).asCharBuffer().put(fullKey);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(before.array());
            return new EntryKey(fullKey, DIGESTED + HexFormat.of().formatHex(digest), before.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String fullKey() {
        return fullKey;
    }

    /** What the key's column holds. */
    String stored() {
        return stored;
    }

    boolean isDigested() {
        return before.length > 0;
    }

    /** What is to be stored. */
    Row row(Encoded value) {
        byte[] bytes = Arrays.copyOf(before, before.length + 1 + value.bytes().length);
        bytes[before.length] = value.kind();
        System.arraycopy(value.bytes(), 0, bytes, before.length + 1, value.bytes().length);
        return new Row(stored, bytes);
    }

    /** The value; of unknown kind, which nobody can read, when there is none; null when the key before it is another. */
    @Nullable
    Encoded value(byte @Nullable [] row) {
        if (row == null) {
            return UNREADABLE;
        }
        int start = before.length;
        if (row.length < start || !Arrays.equals(row, 0, start, before, 0, start)) {
            return null;
        }
        return row.length == start
                ? UNREADABLE
                : new Encoded(row[start], Arrays.copyOfRange(row, start + 1, row.length));
    }
}

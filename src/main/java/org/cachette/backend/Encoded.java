package org.cachette.backend;

import java.util.Arrays;

/**
 * A value that is ready to leave the process: its kind and its bytes. Immutable as long as nobody writes to the array,
 * which is shared and not copied.
 */
public final class Encoded {

    private final byte kind;
    private final byte[] bytes;

    /** Of the kind that {@link #kind} gave. */
    public Encoded(byte kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    /** The kind and the bytes as {@link #joined} gave them. */
    public static Encoded split(byte[] joined) {
        if (joined.length == 0) {
            throw new UnreadableEntryException("an entry of no bytes");
        }
        return new Encoded(joined[0], Arrays.copyOfRange(joined, 1, joined.length));
    }

    /** What the bytes are, for {@link ValueFormat}; a letter of US-ASCII. */
    public byte kind() {
        return kind;
    }

    /** The bytes, not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    /** The kind, then the bytes, for stores that have no place of its own for the kind. */
    public byte[] joined() {
        byte[] joined = new byte[bytes.length + 1];
        joined[0] = kind;
        System.arraycopy(bytes, 0, joined, 1, bytes.length);
        return joined;
    }
}

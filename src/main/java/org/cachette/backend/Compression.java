package org.cachette.backend;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Makes long values shorter. What is compressed says how long it was, and never is longer than {@value #LONGEST} bytes:
 * few bytes that somebody planted in the store cannot fill the memory.
 */
record Compression(int above) {

    static final int LONGEST = 16 << 20;

    private static final int HEAD = 1 + Integer.BYTES;

    /** Deflated bytes cannot stand for more than that, each. */
    private static final int BEST_RATIO = 1032;

    /** The value itself where compressing it is not asked for or does not help. */
    Encoded compressed(Encoded value) {
        byte[] bytes = value.bytes();
        boolean asked = bytes.length > above && bytes.length <= LONGEST && value.kind() != ValueFormat.NUMBER;
        if (!asked || bytes.length <= HEAD) {
            return value;
        }
        byte[] shorter = new byte[bytes.length - 1];
        ByteBuffer.wrap(shorter).put(value.kind()).putInt(bytes.length);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            int length = deflater.deflate(shorter, HEAD, shorter.length - HEAD);
            return deflater.finished()
                    ? new Encoded(ValueFormat.COMPRESSED, Arrays.copyOf(shorter, HEAD + length))
                    : value;
        } finally {
            deflater.end();
        }
    }

    /**
     * What was compressed.
     *
     * @throws UnreadableEntryException when that was not done here
     */
    static Encoded whole(Encoded compressed) {
        byte[] bytes = compressed.bytes();
        if (bytes.length < HEAD || bytes[0] == ValueFormat.COMPRESSED) {
            throw new UnreadableEntryException("a compressed entry without a head");
        }
        int length = ByteBuffer.wrap(bytes).getInt(1);
        if (length < 0 || length > Math.min(LONGEST, (long) BEST_RATIO * bytes.length)) {
            throw new UnreadableEntryException("a compressed entry that says it has " + length + " bytes");
        }
        return new Encoded(bytes[0], inflate(bytes, length));
    }

    private static byte[] inflate(byte[] bytes, int length) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, HEAD, bytes.length - HEAD);
            byte[] whole = new byte[length];
            int inflated = inflater.inflate(whole);
            if (inflated != length || !ends(inflater)) {
                throw new UnreadableEntryException("a compressed entry of another length than it says");
            }
            return whole;
        } catch (DataFormatException e) {
            throw new UnreadableEntryException("a compressed entry that cannot be read: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    private static boolean ends(Inflater inflater) throws DataFormatException {
        return inflater.finished() || (inflater.inflate(new byte[1]) == 0 && inflater.finished());
    }
}

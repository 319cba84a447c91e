package org.cachette.backend.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.cachette.backend.Encoded;

/**
 * The bytes of an entry's file: magic (8), version (1), kind (1), nothing (2), length of the key (4), expiry (8), length
 * of the value (4), check sum of all else (4), the key, the value. Numbers are big-endian, lengths in bytes.
 *
 * <p>The check sum is against accidents, such as blocks that a loss of power left unwritten. No length is believed that
 * does not fit the file.
 */
final class EntryFormat {

    static final int HEADER = 32;

    private static final byte[] MAGIC = {'c', 'a', 'c', 'h', 'e', 't', 't', 'e'};
    private static final byte VERSION = 1;
    private static final int VERSION_AT = 8;
    private static final int KIND_AT = 9;
    private static final int KEY_LENGTH_AT = 12;
    private static final int EXPIRY_AT = 16;
    private static final int VALUE_LENGTH_AT = 24;
    private static final int CHECK_AT = 28;

    private EntryFormat() {}

    static byte[] toBytes(EntryKey key, Encoded value, long expiry) {
        ByteBuffer file = ByteBuffer.allocate(HEADER + key.bytes().length + value.bytes().length);
        file.put(MAGIC).put(VERSION).put(value.kind()).putShort((short) 0);
        file.putInt(key.bytes().length).putLong(expiry).putInt(value.bytes().length);
        file.putInt(0).put(key.bytes()).put(value.bytes());
        file.putInt(CHECK_AT, checkSum(file.array()));
        return file.array();
    }

    static Content parse(byte[] file) {
        if (!beginsAsOurs(file)) {
            return new Content.Foreign();
        }
        ByteBuffer header = ByteBuffer.wrap(file);
        if (file.length < HEADER || file[VERSION_AT] != VERSION) {
            return new Content.Broken();
        }
        int keyLength = header.getInt(KEY_LENGTH_AT);
        int valueLength = header.getInt(VALUE_LENGTH_AT);
        boolean whole = keyLength >= 0
                && valueLength >= 0
                && (long) HEADER + keyLength + valueLength == file.length
                && header.getInt(CHECK_AT) == checkSum(file);
        return whole
                ? new Content.Whole(file, keyLength, file[KIND_AT], header.getLong(EXPIRY_AT))
                : new Content.Broken();
    }

    /** True for what begins with the magic, and for what is cut before its end. */
    static boolean beginsAsOurs(byte[] file) {
        int length = Math.min(file.length, MAGIC.length);
        return Arrays.equals(file, 0, length, MAGIC, 0, length);
    }

    /** The expiry that a header gives, without a look at the rest; long ago when it is cut. */
    static long expiry(byte[] header) {
        return header.length < HEADER ? Long.MIN_VALUE : ByteBuffer.wrap(header).getLong(EXPIRY_AT);
    }

    private static int checkSum(byte[] file) {
        CRC32C sum = new CRC32C();
        sum.update(file, 0, CHECK_AT);
        sum.update(file, HEADER, file.length - HEADER);
        return (int) sum.getValue();
    }
}

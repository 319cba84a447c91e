package org.cachette.backend.jcache;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;

/**
 * An entry as a string: {@code C1}, the expiry in 16 hexadecimal digits, the kind, and the bytes, one to a character. A
 * string, since every member of a cluster knows it, and since it is the one type of which each provider can tell
 * whether it still is the same: of byte arrays Ehcache and Infinispan cannot, and then nothing is ever replaced.
 */
final class EntryText {

    private static final String MAGIC = "C1";
    private static final int EXPIRY_AT = MAGIC.length();
    private static final int KIND_AT = EXPIRY_AT + 16;
    private static final int BYTES_AT = KIND_AT + 1;

    private static final Entry<Encoded> FOREIGN =
            new Entry<>(new Encoded(ValueFormat.FOREIGN, new byte[0]), Entry.NEVER);

    private EntryText() {}

    static String of(Encoded value, long expiry) {
        return MAGIC
                + HexFormat.of().toHexDigits(expiry)
                + (char) value.kind()
                + new String(value.bytes(), StandardCharsets.ISO_8859_1);
    }

    /** The entry; what is not ours is one that nobody can read. */
    static Entry<Encoded> parse(Object stored) {
        if (!(stored instanceof String text)
                || !text.startsWith(MAGIC)
                || text.length() < BYTES_AT
                || text.charAt(KIND_AT) > Byte.MAX_VALUE) {
            return FOREIGN;
        }
        try {
            long expiry = HexFormat.fromHexDigitsToLong(text, EXPIRY_AT, KIND_AT);
            byte[] bytes = text.substring(BYTES_AT).getBytes(StandardCharsets.ISO_8859_1);
            return new Entry<>(new Encoded((byte) text.charAt(KIND_AT), bytes), expiry);
        } catch (NumberFormatException e) {
            return FOREIGN;
        }
    }
}

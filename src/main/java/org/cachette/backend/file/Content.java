package org.cachette.backend.file;

import java.util.Arrays;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;

/** What a file under an entry's name turns out to be. */
sealed interface Content {

    /** Not written by Cachette; left alone. */
    record Foreign() implements Content {}

    /** Begins as Cachette's files do, as far as it goes, but is cut, damaged or of another version. */
    record Broken() implements Content {}

    /** An entry; checked, and still in one piece with its header. */
    final class Whole implements Content {

        private final byte[] file;
        private final int keyLength;
        private final byte kind;
        private final long expiry;

        Whole(byte[] file, int keyLength, byte kind, long expiry) {
            this.file = file;
            this.keyLength = keyLength;
            this.kind = kind;
            this.expiry = expiry;
        }

        boolean isExpired(long now) {
            return expiry <= now;
        }

        /** False for a key with the same digest, and for a file that somebody gave another name. */
        boolean isOf(EntryKey key) {
            return Arrays.equals(
                    file, EntryFormat.HEADER, EntryFormat.HEADER + keyLength, key.bytes(), 0, key.bytes().length);
        }

        Entry<Encoded> entry() {
            byte[] value = Arrays.copyOfRange(file, EntryFormat.HEADER + keyLength, file.length);
            return new Entry<>(new Encoded(kind, value), expiry);
        }
    }
}

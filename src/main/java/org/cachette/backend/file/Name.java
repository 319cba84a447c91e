package org.cachette.backend.file;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The name of an entry's file: 128 bits of the full key's digest. */
record Name(long high, long low) {

    static final String SUFFIX = ".cachette";

    private static final int DIGITS = 32;

    String fileName() {
        return digits() + SUFFIX;
    }

    String digits() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    /** The name of a file; null when it is not one of an entry. */
    static @Nullable Name parse(String fileName) {
        if (fileName.length() != DIGITS + SUFFIX.length() || !fileName.endsWith(SUFFIX)) {
            return null;
        }
        for (int i = 0; i < DIGITS; i++) {
            if ("0123456789abcdef".indexOf(fileName.charAt(i)) < 0) {
                return null;
            }
        }
        return new Name(
                HexFormat.fromHexDigitsToLong(fileName, 0, 16), HexFormat.fromHexDigitsToLong(fileName, 16, DIGITS));
    }
}

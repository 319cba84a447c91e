package org.cachette.http;

import java.util.List;
import org.cachette.http.ByteRanges.Range;

/** Reads one member of a {@code Range} field, such as {@code 0-99}, {@code 100-} or {@code -50}. */
final class ByteRangeScanner {

    private static final long NONE = -1;
    private static final long MALFORMED = -2;

    private ByteRangeScanner() {}

    /** Adds the range if it can be satisfied; false when it is malformed. */
    static boolean read(String member, int length, List<Range> found) {
        int dash = member.indexOf('-');
        if (dash < 0) {
            return false;
        }
        long first = number(member.substring(0, dash));
        long last = number(member.substring(dash + 1));
        if (first == MALFORMED || last == MALFORMED || (first == NONE && last == NONE)) {
            return false;
        }
        if (first == NONE) {
            add(Math.max(0, length - last), length - 1L, found);
            return true;
        }
        if (last != NONE && last < first) {
            return false;
        }
        add(first, last == NONE ? length - 1L : Math.min(last, length - 1L), found);
        return true;
    }

    private static void add(long first, long last, List<Range> found) {
        if (first <= last) {
            found.add(new Range((int) first, (int) last));
        }
    }

    /** Digits only, cut off far above every length; so no sum overflows. */
    private static long number(String digits) {
        if (digits.isEmpty()) {
            return NONE;
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return MALFORMED;
            }
            number = Math.min(number * 10 + (c - '0'), Long.MAX_VALUE / 20);
        }
        return number;
    }
}

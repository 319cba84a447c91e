package org.cachette.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Percent sequences of a URI in their usual form (RFC 3986 section 6.2.2). */
public final class UriEscapes {

    private UriEscapes() {}

    static @Nullable String normalisedOrNull(@Nullable String text) {
        return text == null ? null : normalised(text);
    }

    /** With hexadecimal digits in capitals, and unreserved characters as they are. */
    public static String normalised(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            int value = hex(text, at);
            if (value < 0) {
                out.append(text.charAt(at));
                continue;
            }
            if (isUnreserved((char) value)) {
                out.append((char) value);
            } else {
                out.append(text.substring(at, at + 3).toUpperCase(Locale.ROOT));
            }
            at += 2;
        }
        return out.toString();
    }

    /** The value of the percent sequence that begins there; -1 when none does. */
    static int hex(String text, int at) {
        if (text.charAt(at) != '%' || at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        boolean ascii = text.charAt(at + 1) < 128 && text.charAt(at + 2) < 128;
        return high < 0 || low < 0 || !ascii ? -1 : 16 * high + low;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}

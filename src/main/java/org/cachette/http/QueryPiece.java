package org.cachette.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a query, read as form data. Immutable.
 *
 * @param raw as it stands in the query
 * @param name decoded
 * @param value decoded; empty without an equals sign
 */
record QueryPiece(String raw, String name, String value) {

    /** The parameters in order; empty pieces vanish. */
    static List<QueryPiece> split(@Nullable String query) {
        List<QueryPiece> pieces = new ArrayList<>();
        int start = 0;
        while (query != null && start <= query.length()) {
            int next = query.indexOf('&', start);
            int end = next < 0 ? query.length() : next;
            if (end > start) {
                pieces.add(of(query.substring(start, end)));
            }
            start = end + 1;
        }
        return pieces;
    }

    /** The parameter decoded and encoded again: one spelling for all that mean the same. */
    String canonical() {
        return encode(name) + '=' + encode(value);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** The text with {@code +} as a space and percent sequences as UTF-8; what is no such sequence stays. */
    static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            int value = UriEscapes.hex(text, at);
            if (value >= 0) {
                bytes.write(value);
                at += 2;
            } else {
                int c = text.codePointAt(at);
                bytes.writeBytes(Character.toString(c == '+' ? ' ' : c).getBytes(UTF_8));
                at += Character.charCount(c) - 1;
            }
        }
        return bytes.toString(UTF_8);
    }

    private static QueryPiece of(String raw) {
        int equals = raw.indexOf('=');
        String name = equals < 0 ? raw : raw.substring(0, equals);
        return new QueryPiece(raw, decode(name), equals < 0 ? "" : decode(raw.substring(equals + 1)));
    }
}

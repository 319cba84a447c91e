package org.cachette.http;

import java.util.ArrayList;
import java.util.List;

/** The small grammar that all fields share: tokens, lists, quoted strings (RFC 9110 section 5.6). */
final class Tokens {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private Tokens() {}

    static boolean isTokenChar(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || TOKEN_MARKS.indexOf(c) >= 0;
    }

    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenChar(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The text, if it is a token and so can smuggle nothing into a field; otherwise an exception that shows it. */
    static String requireToken(String what, String text) {
        if (!isToken(text)) {
            throw new IllegalArgumentException(what + " is \"" + clean(text)
                    + "\": expected one token of letters, digits and " + TOKEN_MARKS + " (RFC 9110 section 5.6.2)");
        }
        return text;
    }

    static boolean isControl(char c) {
        return (c < ' ' && c != '\t') || c == 127;
    }

    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The text with a blank for each control character, since those end a field early (RFC 9110 section 5.5). */
    static String clean(String text) {
        if (!hasControls(text)) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                cleaned.setCharAt(i, ' ');
            }
        }
        return cleaned.toString();
    }

    /** The members of a list of plain tokens, trimmed, over all its lines; empty members do not count. */
    static List<String> members(List<String> lines) {
        List<String> members = new ArrayList<>();
        for (String line : lines) {
            String rest = clean(line);
            for (int start = 0; start <= rest.length(); ) {
                int comma = rest.indexOf(',', start);
                int end = comma < 0 ? rest.length() : comma;
                String member = rest.substring(start, end).trim();
                if (!member.isEmpty()) {
                    members.add(member);
                }
                start = end + 1;
            }
        }
        return members;
    }

    static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

package org.cachette.http;

/** A place in a field value that is being read. */
final class CharCursor {

    private static final char END = '\0';

    private final String text;
    private int at;

    CharCursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character; the control character 0, which no grammar takes, at the end. */
    char peek() {
        return atEnd() ? END : text.charAt(at);
    }

    char next() {
        char c = peek();
        at++;
        return c;
    }

    /** Goes past that character if it is the next one. */
    boolean skip(char expected) {
        if (atEnd() || text.charAt(at) != expected) {
            return false;
        }
        at++;
        return true;
    }

    void require(char expected) {
        if (!skip(expected)) {
            throw malformed("expected " + expected);
        }
    }

    void skipSpaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    boolean atDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    boolean atLowerCase() {
        return peek() >= 'a' && peek() <= 'z';
    }

    boolean atLetter() {
        return atLowerCase() || (peek() >= 'A' && peek() <= 'Z');
    }

    MalformedFieldException malformed(String why) {
        return new MalformedFieldException(why + " at character " + at);
    }
}

package org.cachette.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JSON text without the blanks that mean nothing (RFC 8259 section 2). Only what is JSON by its grammar to the last
 * character: what a lenient reader takes for something else must stay as it is. Members keep their order, numbers and
 * strings their spelling, since there are readers that mind them.
 */
final class JsonContent {

    private static final int DEEPEST = 64;
    private static final int END = -1;

    private final byte[] text;
    private final ByteArrayOutputStream compact = new ByteArrayOutputStream();
    private int at;

    private JsonContent(byte[] text) {
        this.text = text;
    }

    /** The text without blanks; empty when it is no JSON. */
    static Optional<byte[]> compact(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        JsonContent content = new JsonContent(text);
        return content.value(0) && content.peek() == END
                ? Optional.of(content.compact.toByteArray())
                : Optional.empty();
    }

    private boolean value(int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        return switch (peek()) {
            case '{' -> members(depth, '}', true);
            case '[' -> members(depth, ']', false);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean members(int depth, int close, boolean named) {
        take();
        if (peek() == close) {
            return take();
        }
        while (true) {
            if (named && !(peek() == '"' && string() && peek() == ':' && take())) {
                return false;
            }
            if (!value(depth + 1)) {
                return false;
            }
            if (peek() == close) {
                return take();
            }
            if (peek() != ',') {
                return false;
            }
            take();
        }
    }

    private boolean string() {
        take();
        while (at < text.length && text[at] != '"') {
            if (text[at] >= 0 && text[at] < ' ') {
                return false;
            }
            if (text[at] == '\\' && !escape()) {
                return false;
            }
            take();
        }
        return at < text.length && take();
    }

    /** Up to its last character. */
    private boolean escape() {
        take();
        if (at < text.length && text[at] == 'u') {
            for (int digit = 0; digit < 4; digit++) {
                take();
                if (at >= text.length || Character.digit(text[at], 16) < 0) {
                    return false;
                }
            }
            return true;
        }
        return at < text.length && "\"\\/bfnrt".indexOf(text[at]) >= 0;
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at >= text.length || text[at] != word.charAt(i)) {
                return false;
            }
            take();
        }
        return true;
    }

    private boolean number() {
        int start = at;
        while (at < text.length && "+-.0123456789eE".indexOf(text[at]) >= 0) {
            take();
        }
        return new String(text, start, at - start, StandardCharsets.US_ASCII)
                .matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    /** The next character that is no blank; those before it go. */
    private int peek() {
        while (at < text.length && " \t\r\n".indexOf(text[at]) >= 0) {
            at++;
        }
        return at < text.length ? text[at] : END;
    }

    private boolean take() {
        compact.write(text[at++]);
        return true;
    }
}

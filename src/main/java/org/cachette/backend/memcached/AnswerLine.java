package org.cachette.backend.memcached;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.cachette.backend.memcached.Answer.Code;
import org.jspecify.annotations.Nullable;

/**
 * The first line of an answer, which is its only one unless an item follows.
 *
 * @param length of the item that follows; negative when none does
 */
record AnswerLine(Code code, long length, long flags, long cas, long life) {

    /** A key, some numbers, and room for words of errors. */
    static final int LONGEST = 1024;

    /** memcached has no longer items. */
    private static final long LONGEST_ITEM = 1L << 30;

    /** Takes a line out of the buffer; null when it has not come as a whole. */
    static @Nullable AnswerLine read(ByteBuffer in, Request request) throws ProtocolException {
        int start = in.position();
        int end = start;
        int last = Math.min(in.limit(), start + LONGEST);
        while (end < last && in.get(end) != '\n') {
            end++;
        }
        if (end == last) {
            if (last - start == LONGEST) {
                throw new ProtocolException("a line without an end");
            }
            return null;
        }
        if (end == start || in.get(end - 1) != '\r') {
            throw new ProtocolException("a line with a wrong end");
        }
        in.position(end + 1);
        return new Tokens(in, start, end - 1).answerTo(request);
    }

    Answer withoutItem() {
        return new Answer(code, new byte[0], flags, cas, life);
    }

    Answer withItem(byte[] item) {
        return new Answer(code, item, flags, cas, life);
    }

    /** The words of a line. */
    private static final class Tokens {

        private static final int DIGITS = 18;
        private static final int DIGITS_OF_UNSIGNED = 20;

        private final ByteBuffer in;
        private final int start;
        private final int end;
        private int at;

        Tokens(ByteBuffer in, int start, int end) {
            this.in = in;
            this.start = start;
            this.end = end;
            this.at = start + 2;
        }

        AnswerLine answerTo(Request request) throws ProtocolException {
            Code code = code();
            if (code == null) {
                return error(request);
            }
            if (request.opaque() == 0) {
                throw wrong("expected OK");
            }
            long length = -1;
            if (code == Code.VALUE) {
                skipBlank();
                length = number(at);
                if (length < 0 || length > LONGEST_ITEM) {
                    throw wrong("expected a possible length");
                }
            }
            return flags(request, code, length);
        }

        private @Nullable Code code() {
            if (end - start < 2 || (end - start > 2 && in.get(start + 2) != ' ')) {
                return null;
            }
            return switch (in.get(start) << 8 | in.get(start + 1)) {
                case 'H' << 8 | 'D' -> Code.DONE;
                case 'V' << 8 | 'A' -> Code.VALUE;
                case 'E' << 8 | 'N', 'N' << 8 | 'F' -> Code.MISSING;
                case 'N' << 8 | 'S' -> Code.NOT_STORED;
                case 'E' << 8 | 'X' -> Code.CHANGED;
                default -> null;
            };
        }

        private AnswerLine flags(Request request, Code code, long length) throws ProtocolException {
            long flags = 0;
            long cas = 0;
            long life = Expiration.NO_END;
            boolean sameKey = false;
            boolean sameOpaque = false;
            while (at < end) {
                skipBlank();
                int token = at;
                switch (token < end ? in.get(token) : ' ') {
                    case 'f' -> flags = number(token + 1);
                    case 'c' -> cas = number(token + 1, DIGITS_OF_UNSIGNED);
                    case 't' -> life = in.get(token + 1) == '-' ? endless() : number(token + 1);
                    case 'O' -> sameOpaque = number(token + 1) == request.opaque();
                    case 'k' -> sameKey = isKey(request.key(), token + 1);
                    default -> skipToken();
                }
            }
            if (!sameOpaque || !sameKey) {
                throw wrong("expected the answer to another request");
            }
            return new AnswerLine(code, length, flags, cas, life);
        }

        private void skipBlank() {
            if (at < end && in.get(at) == ' ') {
                at++;
            }
        }

        private void skipToken() {
            while (at < end && in.get(at) != ' ') {
                at++;
            }
        }

        private long endless() {
            skipToken();
            return Expiration.NO_END;
        }

        private long number(int from) throws ProtocolException {
            return number(from, DIGITS);
        }

        /** With so many digits as an unsigned number has, it may come out negative. */
        private long number(int from, int mostDigits) throws ProtocolException {
            at = from;
            long number = 0;
            while (at < end && in.get(at) != ' ') {
                int digit = in.get(at) - '0';
                if (digit < 0 || digit > 9 || at - from == mostDigits) {
                    throw wrong("expected a number");
                }
                number = 10 * number + digit;
                at++;
            }
            if (at == from) {
                throw wrong("expected a number");
            }
            return number;
        }

        private boolean isKey(byte[] key, int from) {
            at = from;
            skipToken();
            if (at - from != key.length) {
                return false;
            }
            for (int i = 0; i < key.length; i++) {
                if (in.get(from + i) != key[i]) {
                    return false;
                }
            }
            return true;
        }

        private AnswerLine error(Request request) throws ProtocolException {
            String text = text();
            if (request.opaque() == 0 && text.equals("OK")) {
                return bare(Code.DONE);
            }
            if (request.stores() && text.startsWith("SERVER_ERROR ")) {
                return bare(Code.REFUSED);
            }
            if (request.stores() && text.equals("CLIENT_ERROR cannot increment or decrement non-numeric value")) {
                return bare(Code.NOT_A_NUMBER);
            }
            throw wrong("expected an answer");
        }

        private static AnswerLine bare(Code code) {
            return new AnswerLine(code, -1, 0, 0, Expiration.NO_END);
        }

        private ProtocolException wrong(String expected) {
            return new ProtocolException("the server said \"" + text() + "\": " + expected);
        }

        private String text() {
            byte[] bytes = new byte[end - start];
            in.get(start, bytes);
            return new String(bytes, StandardCharsets.US_ASCII).replaceAll("[^ -~]", "?");
        }
    }
}

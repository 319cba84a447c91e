package org.cachette.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;

/** Reads bare items (RFC 9651 sections 4.2.3.1 to 4.2.10). */
final class StructuredValueParser {

    private static final int DIGITS = 15;
    private static final int DIGITS_BEFORE_POINT = 12;
    private static final int DIGITS_BEHIND_POINT = 3;

    private final CharCursor in;

    StructuredValueParser(CharCursor in) {
        this.in = in;
    }

    StructuredValue value() {
        if (in.atDigit() || in.peek() == '-') {
            return number();
        }
        if (in.atLetter() || in.peek() == '*') {
            return token();
        }
        return switch (in.peek()) {
            case '"' -> text();
            case ':' -> bytes();
            case '?' -> flag();
            case '@' -> moment();
            case '%' -> displayText();
            default -> throw in.malformed("expected a value");
        };
    }

    private StructuredValue number() {
        StringBuilder digits = new StringBuilder();
        boolean negative = in.skip('-');
        digits(digits, DIGITS);
        if (!in.skip('.')) {
            long number = Long.parseLong(digits.toString());
            return new StructuredValue.Whole(negative ? -number : number);
        }
        if (digits.length() > DIGITS_BEFORE_POINT) {
            throw in.malformed("too many digits before the point");
        }
        digits.append('.');
        digits(digits, DIGITS_BEHIND_POINT);
        BigDecimal number = new BigDecimal(digits.toString());
        return new StructuredValue.Decimal(negative ? number.negate() : number);
    }

    private void digits(StringBuilder digits, int most) {
        int read = 0;
        while (in.atDigit() && read++ < most) {
            digits.append(in.next());
        }
        if (read == 0 || in.atDigit()) {
            throw in.malformed("expected 1 to " + most + " digits");
        }
    }

    private StructuredValue token() {
        StringBuilder text = new StringBuilder();
        while (Tokens.isTokenChar(in.peek()) || in.peek() == ':' || in.peek() == '/') {
            text.append(in.next());
        }
        return new StructuredValue.Token(text.toString());
    }

    private StructuredValue text() {
        in.require('"');
        StringBuilder text = new StringBuilder();
        while (!in.skip('"')) {
            char c = in.next();
            if (c == '\\') {
                c = in.next();
                if (c != '"' && c != '\\') {
                    throw in.malformed("an escape of another character");
                }
            } else if (c < ' ' || c > '~') {
                throw in.malformed("no printable ASCII character");
            }
            text.append(c);
        }
        return new StructuredValue.Text(text.toString());
    }

    private StructuredValue bytes() {
        in.require(':');
        StringBuilder text = new StringBuilder();
        while (!in.skip(':')) {
            if (in.atEnd()) {
                throw in.malformed("bytes without end");
            }
            text.append(in.next());
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.toString());
            return new StructuredValue.Bytes(Base64.getEncoder().encodeToString(bytes));
        } catch (IllegalArgumentException e) {
            throw in.malformed("no base64");
        }
    }

    private StructuredValue flag() {
        in.require('?');
        if (in.skip('1')) {
            return StructuredValue.Flag.TRUE;
        }
        in.require('0');
        return new StructuredValue.Flag(false);
    }

    private StructuredValue moment() {
        in.require('@');
        if (number() instanceof StructuredValue.Whole seconds) {
            return new StructuredValue.Moment(seconds.number());
        }
        throw in.malformed("a date with a fraction");
    }

    private StructuredValue displayText() {
        in.require('%');
        in.require('"');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!in.skip('"')) {
            char c = in.next();
            if (c < ' ' || c > '~') {
                throw in.malformed("no printable ASCII character");
            }
            bytes.write(c == '%' ? 16 * hexDigit() + hexDigit() : c);
        }
        try {
            String text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return new StructuredValue.DisplayText(text);
        } catch (CharacterCodingException e) {
            throw in.malformed("no UTF-8");
        }
    }

    private int hexDigit() {
        int digit = "0123456789abcdef".indexOf(in.next());
        if (digit < 0) {
            throw in.malformed("expected two hexadecimal digits in lower case");
        }
        return digit;
    }
}

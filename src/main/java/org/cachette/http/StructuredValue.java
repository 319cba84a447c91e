package org.cachette.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** A bare item of a structured field (RFC 9651 section 3.3). Immutable; its text is the value on the wire. */
sealed interface StructuredValue {

    /** An integer of at most 15 digits. */
    record Whole(long number) implements StructuredValue {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /** A number with at most 12 digits before and 3 behind the point. */
    record Decimal(BigDecimal number) implements StructuredValue {

        public Decimal {
            number = number.setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros();
            number = number.scale() < 1 ? number.setScale(1) : number;
        }

        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /** A string of printable ASCII characters. */
    record Text(String text) implements StructuredValue {
        @Override
        public String toString() {
            return Tokens.quote(text);
        }
    }

    /** A short word. */
    record Token(String text) implements StructuredValue {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A byte sequence, kept as it is written. */
    record Bytes(String base64) implements StructuredValue {
        @Override
        public String toString() {
            return ':' + base64 + ':';
        }
    }

    /** A Boolean. */
    record Flag(boolean on) implements StructuredValue {

        static final Flag TRUE = new Flag(true);

        @Override
        public String toString() {
            return on ? "?1" : "?0";
        }
    }

    /** A date in seconds since 1970. */
    record Moment(long seconds) implements StructuredValue {
        @Override
        public String toString() {
            return "@" + seconds;
        }
    }

    /** A string of any characters. */
    record DisplayText(String text) implements StructuredValue {
        @Override
        public String toString() {
            StringBuilder out = new StringBuilder("%\"");
            for (byte b : text.getBytes(UTF_8)) {
                if (b < ' ' || b == 127 || b == '%' || b == '"') {
                    out.append(String.format(Locale.ROOT, "%%%02x", b & 0xFF));
                } else {
                    out.append((char) b);
                }
            }
            return out.append('"').toString();
        }
    }
}

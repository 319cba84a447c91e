package org.cachette.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Dates as HTTP writes them (RFC 9110 section 5.6.7): three forms are read, the fixed-length one is written. Always
 * UTC, to the second. Safe for use by several threads.
 */
public final class HttpDates {

    static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    static final String DAYS = "MonTueWedThuFriSatSun";

    private static final Instant PIVOT = Instant.parse("2019-12-31T23:59:59Z");

    private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private HttpDates() {}

    /**
     * The instant of a date; empty when the text is none, or in a zone other than GMT. A year of two digits is one
     * from 1970 to 2069.
     */
    public static Optional<Instant> parse(String text) {
        return parse(text, PIVOT);
    }

    /**
     * The instant of a date; empty when the text is none, or in a zone other than GMT. A year of two digits that would
     * be more than 50 years ahead of now is the latest one in the past.
     */
    public static Optional<Instant> parse(String text, Instant now) {
        return DateScanner.scan(text.trim(), now);
    }

    /**
     * The date in the fixed-length form, {@code Sun, 06 Nov 1994 08:49:37 GMT}; fractions of a second are cut off.
     *
     * @throws IllegalArgumentException if the year has more than four digits or is negative
     */
    public static String format(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < YEAR_0 || second > YEAR_9999) {
            throw new IllegalArgumentException(
                    "The year of " + instant + " does not fit an HTTP date: expected 0000 to 9999");
        }
        LocalDateTime date = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        byte[] text = "Sun, 06 Nov 1994 08:49:37 GMT".getBytes(StandardCharsets.ISO_8859_1);
        int day = 3 * (date.getDayOfWeek().getValue() - 1);
        int month = 3 * (date.getMonthValue() - 1);
        threeLetters(text, 0, DAYS, day);
        twoDigits(text, 5, date.getDayOfMonth());
        threeLetters(text, 8, MONTHS, month);
        twoDigits(text, 12, date.getYear() / 100);
        twoDigits(text, 14, date.getYear() % 100);
        twoDigits(text, 17, date.getHour());
        twoDigits(text, 20, date.getMinute());
        twoDigits(text, 23, date.getSecond());
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void threeLetters(byte[] text, int at, String names, int from) {
        for (int i = 0; i < 3; i++) {
            text[at + i] = (byte) names.charAt(from + i);
        }
    }

    private static void twoDigits(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}

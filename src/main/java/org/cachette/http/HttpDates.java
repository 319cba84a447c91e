package org.cachette.http;

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
        StringBuilder text = new StringBuilder(29);
        int day = 3 * (date.getDayOfWeek().getValue() - 1);
        int month = 3 * (date.getMonthValue() - 1);
        text.append(DAYS, day, day + 3).append(", ");
        twoDigits(text, date.getDayOfMonth()).append(' ');
        text.append(MONTHS, month, month + 3).append(' ');
        twoDigits(text, date.getYear() / 100);
        twoDigits(text, date.getYear() % 100).append(' ');
        twoDigits(text, date.getHour()).append(':');
        twoDigits(text, date.getMinute()).append(':');
        return twoDigits(text, date.getSecond()).append(" GMT").toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}

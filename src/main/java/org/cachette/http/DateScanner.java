package org.cachette.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the three forms of a date by position, without regard to the case of names (RFC 9110 section 5.6.7). */
final class DateScanner {

    // '0' a digit, '_' a digit or a blank, 'a' a letter of a name checked later; all else as it stands.
    private static final String FIXED = "aaa, 00 aaa 0000 00:00:00 GMT";
    private static final String RFC_850 = ", 00-aaa-00 00:00:00 GMT";
    private static final String ASCTIME = "aaa aaa _0 00:00:00 0000";

    private static final Set<String> LONG_DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final String text;

    private DateScanner(String text) {
        this.text = text;
    }

    static Optional<Instant> scan(String text, Instant now) {
        int comma = text.indexOf(',');
        DateScanner scanner = new DateScanner(comma < 0 ? withTwoBlanks(text) : text);
        if (comma < 0) {
            return scanner.fits(0, ASCTIME) && scanner.isDay()
                    ? scanner.instant(scanner.number(20, 4), 4, 8, 11)
                    : Optional.empty();
        }
        if (comma == 3) {
            return scanner.fits(0, FIXED) && scanner.isDay()
                    ? scanner.instant(scanner.number(12, 4), 8, 5, 17)
                    : Optional.empty();
        }
        return scanner.fits(comma, RFC_850)
                        && LONG_DAYS.contains(text.substring(0, comma).toLowerCase(Locale.ROOT))
                ? scanner.twoDigitYear(comma, now)
                : Optional.empty();
    }

    /** Undertow makes one blank of the two before a day of one digit. */
    private static String withTwoBlanks(String text) {
        return text.length() == ASCTIME.length() - 1 ? text.substring(0, 8) + " " + text.substring(8) : text;
    }

    private Optional<Instant> twoDigitYear(int comma, Instant now) {
        LocalDateTime latest = LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusYears(50);
        int year = latest.getYear() / 100 * 100 + number(comma + 9, 2);
        Optional<Instant> found = instant(year, comma + 5, comma + 2, comma + 12);
        if (year > latest.getYear()
                || found.filter(latest.toInstant(ZoneOffset.UTC)::isBefore).isPresent()) {
            return instant(year - 100, comma + 5, comma + 2, comma + 12);
        }
        return found;
    }

    private Optional<Instant> instant(int year, int monthAt, int dayAt, int timeAt) {
        int month = name(HttpDates.MONTHS, monthAt);
        int day = number(dayAt, 2);
        int hour = number(timeAt, 2);
        int minute = number(timeAt + 3, 2);
        int second = number(timeAt + 6, 2);
        if (month == 0 || day == 0 || hour > 23 || minute > 59 || second > 60) {
            return Optional.empty();
        }
        if (day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        // A leap second is rounded down (RFC 9111 section 4.2).
        LocalDateTime date = LocalDateTime.of(year, month, day, hour, minute, Math.min(second, 59));
        return Optional.of(date.toInstant(ZoneOffset.UTC));
    }

    private boolean isDay() {
        return name(HttpDates.DAYS, 0) > 0;
    }

    /** The place of a three-letter name in a list of them, from 1; 0 when it is not there. */
    private int name(String names, int at) {
        for (int i = 0; i < names.length(); i += 3) {
            if (names.regionMatches(true, i, text, at, 3)) {
                return i / 3 + 1;
            }
        }
        return 0;
    }

    private int number(int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            char c = text.charAt(i);
            number = number * 10 + (c == ' ' ? 0 : c - '0');
        }
        return number;
    }

    private boolean fits(int from, String shape) {
        if (text.length() - from != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            if (!fits(text.charAt(from + i), shape.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char c, char shape) {
        return switch (shape) {
            case '0' -> c >= '0' && c <= '9';
            case '_' -> c == ' ' || (c >= '0' && c <= '9');
            case 'a' -> true;
            default -> c == shape || Character.toUpperCase(c) == shape;
        };
    }
}

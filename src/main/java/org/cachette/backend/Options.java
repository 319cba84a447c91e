package org.cachette.backend;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A backend's own settings, {@code cachette.caches.<name>.options.<option>}. Tells {@link Problems} of bad values. */
public final class Options {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final String prefix;
    private final Map<String, String> values;
    private final Problems problems;

    public Options(String cache, Map<String, String> values, Problems problems) {
        this.prefix = BackendSettings.setting(cache, "options.");
        this.values = Map.copyOf(values);
        this.problems = problems;
    }

    /** The option as it was written; empty when it was not. */
    public Optional<String> text(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The option as true or false; the other value when it is absent or bad. */
    public boolean flag(String option, boolean otherwise) {
        String text = values.get(option);
        if (text == null) {
            return otherwise;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                problems.wrong(prefix + option, text, "true or false");
                yield otherwise;
            }
        };
    }

    /** The option as a whole number, at least the given one; the other value when it is absent or bad. */
    public long number(String option, long least, long otherwise) {
        String text = values.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers that are too small
        }
        problems.wrong(prefix + option, text, "a whole number from " + least);
        return otherwise;
    }

    /**
     * The option as an ISO-8601 duration, or a whole number of the unit, from a millisecond to the most; the other
     * value when it is absent or bad.
     */
    public Duration duration(String option, ChronoUnit unit, Duration most, Duration otherwise) {
        return duration(option, unit, SHORTEST, most, otherwise);
    }

    /** The same from the least, in milliseconds, to the most. */
    public Duration duration(String option, ChronoUnit unit, Duration least, Duration most, Duration otherwise) {
        String text = values.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            Duration duration =
                    text.matches("\\d{1,9}") ? Duration.of(Long.parseLong(text), unit) : Duration.parse(text);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // told below, together with durations that are too short or too long
        }
        problems.wrong(
                prefix + option,
                text,
                (unit == ChronoUnit.MILLIS ? "milliseconds" : unit.toString().toLowerCase(Locale.ROOT))
                        + ", or an ISO-8601 duration such as " + otherwise + ", from " + least.toMillis() + " ms to "
                        + most);
        return otherwise;
    }
}

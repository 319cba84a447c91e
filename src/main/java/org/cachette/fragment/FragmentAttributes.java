package org.cachette.fragment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cachette.Timeout;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the tag of a fragment, in whatever template. Each complaint says what would be right. */
public final class FragmentAttributes {

    private static final String TIMEOUTS = "expected seconds, an ISO-8601 duration such as \"PT10M\", or \"forever\"";

    private FragmentAttributes() {}

    /**
     * Makes sure that no attribute is misspelt: without {@code varyOn}, each would get another's fragment.
     *
     * @throws IllegalArgumentException when one is given that is not known
     */
    public static void onlyKnown(Collection<String> given, String... known) {
        Set<String> unknown = new TreeSet<>(given);
        Arrays.asList(known).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("a fragment has no attribute " + String.join(", ", unknown)
                    + ": expected " + String.join(", ", known));
        }
    }

    /**
     * The fragment's name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static String name(@Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            throw new IllegalArgumentException("a fragment needs a name: expected name=\"message-count\"");
        }
        return text("name", value);
    }

    /**
     * The name of a cache; empty when none is given.
     *
     * @param attribute what the template calls it
     * @throws IllegalArgumentException when it is given and no text
     */
    static String cache(String attribute, @Nullable Object value) {
        return value == null ? "" : text(attribute, value);
    }

    private static String text(String attribute, Object value) {
        if (value instanceof CharSequence) {
            return value.toString();
        }
        throw new IllegalArgumentException("the attribute " + attribute + " of a fragment is no text");
    }

    /**
     * How long the fragment may be used.
     *
     * @param value a timeout, a duration, a whole number of seconds, or a text as in the settings
     * @throws IllegalArgumentException when it is none of these
     */
    public static Timeout timeout(@Nullable Object value) {
        if (value instanceof Timeout timeout) {
            return timeout;
        }
        if (value instanceof Duration duration) {
            return Timeout.of(duration);
        }
        if (!(value instanceof Number || value instanceof CharSequence)) {
            throw new IllegalArgumentException("a fragment needs a timeout: " + TIMEOUTS);
        }
        String text = value.toString();
        try {
            return value instanceof Number ? Timeout.ofSeconds(new BigDecimal(text).longValueExact()) : written(text);
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("the timeout of a fragment is \"" + text + "\": " + TIMEOUTS);
        }
    }

    private static Timeout written(String text) {
        if (text.equals("forever")) {
            return Timeout.FOREVER;
        }
        return text.startsWith("P") ? Timeout.of(Duration.parse(text)) : Timeout.ofSeconds(Long.parseLong(text));
    }

    /**
     * The values that the fragment varies on.
     *
     * @param value an array or a collection of values, in a set in any order, or a single one, which may be null
     * @throws IllegalArgumentException when one of the values is no text and does not know how to be one
     */
    public static List<@Nullable Object> varyOn(@Nullable Object value) {
        List<@Nullable Object> values = new ArrayList<>();
        if (value instanceof Object[] array) {
            values.addAll(Arrays.asList(array));
        } else if (value instanceof Collection<?> collection) {
            values.addAll(collection);
        } else {
            values.add(value);
        }
        values.forEach(FragmentAttributes::checkValue);
        if (value instanceof Set) {
            values.sort(Comparator.comparing(String::valueOf));
        }
        return values;
    }

    /** Refuses what two unequal objects could spell alike, and what one object does not spell the same twice. */
    private static void checkValue(@Nullable Object value) {
        if (value != null
                && (value instanceof Iterable
                        || value instanceof Map
                        || value.getClass().isArray()
                        || !isText(value))) {
            throw new IllegalArgumentException(
                    "varyOn of a fragment has a value of " + value.getClass().getName()
                            + ": expected texts, numbers, or objects with a toString of their own");
        }
    }

    /** Whether it is spelt alike each time, as what is no more than an {@code Object} is not. */
    static boolean isText(Object value) {
        if (value instanceof String || value instanceof Long || value instanceof Integer) {
            return true;
        }
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}

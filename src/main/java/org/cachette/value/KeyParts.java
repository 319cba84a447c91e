package org.cachette.value;

import java.net.URI;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cachette.CacheException;
import org.cachette.backend.Utf8;
import org.jspecify.annotations.Nullable;

/** Arguments as parts of keys: no two that differ give the same text, and none gives a sign that stands between parts. */
final class KeyParts {

    private static final String IN_KEYS = "_.";
    private static final String IN_URIS = "-._~";
    private static final String DIGITS = "0123456789ABCDEF";

    private KeyParts() {}

    /** Whether objects of that type have a text that tells them apart. */
    static boolean isSuitable(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type == Character.class
                || type == Boolean.class
                || type == UUID.class
                || type == URI.class
                || type == Locale.class
                || (Number.class.isAssignableFrom(type) && type.getName().startsWith("java."))
                || type == CharSequence.class
                || type == String.class
                || Collection.class.isAssignableFrom(type)
                || ((Temporal.class.isAssignableFrom(type) || TemporalAmount.class.isAssignableFrom(type))
                        && type.getName().startsWith("java.time."));
    }

    /** The part of a key; collections by their elements, which have no order in a set. */
    static String inKey(@Nullable Object value) {
        if (value == null) {
            return "~";
        }
        if (value instanceof Collection<?> elements) {
            Stream<String> parts = elements.stream().map(each -> inKey(each) + ",");
            return (value instanceof Set ? parts.sorted() : parts).collect(Collectors.joining("", "(", ")"));
        }
        return encoded(checked(value), IN_KEYS);
    }

    /** The part of a URI; null is empty, and a URI stays as it is. */
    static String inUri(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof URI uri ? uri.toString() : encoded(checked(value), IN_URIS);
    }

    /** Whether that text could be part of a value's, escapes and null included. */
    static boolean isPlain(String text) {
        return text.chars().allMatch(c -> isPlain((char) c, IN_KEYS + "%~"));
    }

    private static String checked(Object value) {
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        if (!isSuitable(type) || value instanceof Collection<?>) {
            throw new CacheException("a " + value.getClass().getName() + " cannot be part of a key: expected text, a"
                    + " number, a date, an enum, or a property that is one");
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private static String encoded(String text, String plain) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : Utf8.ofKey(text)) {
            if (isPlain((char) (b & 0xff), plain)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(DIGITS.charAt((b >> 4) & 0xf)).append(DIGITS.charAt(b & 0xf));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char c, String punctuation) {
        return (c < 0x7f && Character.isLetterOrDigit(c)) || punctuation.indexOf(c) >= 0;
    }
}

package org.cachette.backend;

import org.cachette.CacheException;

/** Whole numbers are one kind: bytes, shorts and ints are kept and read back as longs. */
public final class WholeNumbers {

    private WholeNumbers() {}

    /** The value itself, a {@code Byte}, {@code Short} or {@code Integer} as a {@code Long}. */
    public static Object widened(Object value) {
        return value instanceof Integer || value instanceof Short || value instanceof Byte
                ? (Object) ((Number) value).longValue()
                : value;
    }

    /**
     * The sum of a stored value, which must be a whole number, and what is to be added to it.
     *
     * @throws CacheException when the value is not a whole number
     * @throws ArithmeticException when the sum does not fit
     */
    public static long sum(Object value, long delta) {
        if (value instanceof Long number) {
            return Math.addExact(number, delta);
        }
        throw new CacheException(
                "the value is of " + value.getClass().getName() + ": expected a whole number (a java.lang.Long)");
    }
}

package org.cachette.named;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.cachette.CacheException;

/** Gives stored values as the type that a caller asks for. Numbers become other numbers when nothing is lost. */
final class Conversion {

    /** What has more would take long to write out, however few bytes it has in its store. */
    private static final int MOST_ZEROS = 10_000;

    private Conversion() {}

    /** Throws when the value is of another type. */
    static <T> T to(Class<T> type, Object value, String key) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        Class<?> wrapped = MethodType.methodType(type).wrap().returnType();
        Object converted =
                value instanceof Number number && !wrapped.isInstance(value) ? number(wrapped, number, key) : value;
        if (!wrapped.isInstance(converted)) {
            throw new CacheException("the value under key " + CacheKeys.quoted(key) + " is of "
                    + value.getClass().getName() + ": expected " + type.getName());
        }
        @SuppressWarnings("unchecked") // a primitive type's T is its wrapper
        T typed = (T) converted;
        return typed;
    }

    private static Object number(Class<?> type, Number number, String key) {
        try {
            return exact(type, number);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new CacheException(
                    "the value under key " + CacheKeys.quoted(key) + " is the "
                            + number.getClass().getName() + " " + number + ", which does not fit "
                            + type.getName(),
                    e);
        }
    }

    private static Object exact(Class<?> type, Number number) {
        if (type == Double.class && number instanceof Float) {
            return number.doubleValue();
        }
        if (type == Long.class) {
            return decimal(number).longValueExact();
        }
        if (type == Integer.class) {
            return decimal(number).intValueExact();
        }
        if (type == Short.class) {
            return decimal(number).shortValueExact();
        }
        if (type == Byte.class) {
            return decimal(number).byteValueExact();
        }
        if (type == BigInteger.class) {
            return whole(decimal(number));
        }
        return type == BigDecimal.class ? decimal(number) : floating(type, number);
    }

    private static BigInteger whole(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return BigInteger.ZERO;
        }
        if (decimal.scale() < -MOST_ZEROS) {
            throw new ArithmeticException("more than " + MOST_ZEROS + " zeros");
        }
        if (decimal.scale() >= decimal.precision()) {
            throw new ArithmeticException("nothing but a fraction");
        }
        return decimal.toBigIntegerExact();
    }

    private static Object floating(Class<?> type, Number number) {
        Number floating = null;
        if (type == Double.class) {
            floating = number.doubleValue();
        } else if (type == Float.class) {
            floating = number.floatValue();
        }
        if (floating == null) {
            return number;
        }
        if (Double.isFinite(number.doubleValue()) && decimal(floating).compareTo(decimal(number)) != 0) {
            throw new ArithmeticException("digits would be lost");
        }
        return floating;
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}

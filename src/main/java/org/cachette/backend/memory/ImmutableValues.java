package org.cachette.backend.memory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.cachette.http.StoredResponse;

/** The values that nobody can change, so that all readers may have the same object. */
final class ImmutableValues {

    /** Exactly these classes: a subclass might be another matter. */
    private static final Set<Class<?>> TYPES = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            UUID.class,
            URI.class,
            Locale.class,
            Currency.class,
            StoredResponse.class);

    private ImmutableValues() {}

    static boolean contains(Object value) {
        return TYPES.contains(value.getClass())
                || value instanceof Enum
                || value.getClass().getPackageName().equals("java.time");
    }
}

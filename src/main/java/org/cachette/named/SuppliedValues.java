package org.cachette.named;

import java.util.function.Supplier;
import org.cachette.CacheException;
import org.jspecify.annotations.Nullable;

/** What suppliers of getOrSet may give. */
final class SuppliedValues {

    private SuppliedValues() {}

    /** Runs the supplier; null is the caller's mistake. */
    static Object ofType(String key, Supplier<?> supplier) {
        @Nullable Object value = supplier.get();
        if (value == null) {
            throw new NullPointerException(
                    "the supplier for key " + CacheKeys.quoted(key) + " gave null: expected a value");
        }
        return value;
    }

    /** Without a type, a narrow number would come back as a Long and fail in the caller's cast, but not at once. */
    static Object ofNoType(String key, Supplier<?> supplier) {
        Object value = ofType(key, supplier);
        if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
            throw new CacheException("the supplier for key " + CacheKeys.quoted(key) + " gave a "
                    + value.getClass().getName() + ", which is read back as a java.lang.Long: expected a Long,"
                    + " or getOrSet with the type");
        }
        return value;
    }
}

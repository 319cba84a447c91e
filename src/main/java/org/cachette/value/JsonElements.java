package org.cachette.value;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in collections and maps that are made of JSON alone, which says nothing of the types of their elements. */
final class JsonElements {

    private JsonElements() {}

    /** Why JSON can't give such a value back; empty when it can, as far as one sees. */
    static Optional<String> refusal(Type type) {
        Type lost = type instanceof ParameterizedType generic && isContainer(generic.getRawType())
                ? firstLost(generic)
                : null;
        return Optional.ofNullable(lost)
                .map(element -> "a " + type.getTypeName() + " comes back with something else in place of "
                        + element.getTypeName()
                        + " from JSON: expected texts, booleans and BigDecimals in it, a class or"
                        + " an array of your own types, or serializer=java");
    }

    private static boolean isContainer(Type type) {
        return type instanceof Class<?> raw
                && (Iterable.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw));
    }

    private static @Nullable Type firstLost(ParameterizedType generic) {
        for (Type argument : generic.getActualTypeArguments()) {
            Type lost = lost(argument);
            if (lost != null) {
                return lost;
            }
        }
        return null;
    }

    private static @Nullable Type lost(Type element) {
        if (element instanceof TypeVariable) {
            return null;
        }
        if (element instanceof WildcardType wildcard) {
            return lost(wildcard.getUpperBounds()[0]);
        }
        if (element instanceof ParameterizedType generic) {
            return comesBack(generic.getRawType()) ? firstLost(generic) : generic;
        }
        return comesBack(element) ? null : element;
    }

    /** Where JSON-B knows no type it makes strings, booleans, decimals, lists and maps. */
    private static boolean comesBack(Type type) {
        return type instanceof Class<?> raw
                && (raw.isAssignableFrom(String.class)
                        || raw == Boolean.class
                        || raw.isAssignableFrom(BigDecimal.class)
                        || raw.isAssignableFrom(List.class)
                        || raw == Map.class);
    }
}

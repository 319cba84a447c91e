package org.cachette.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A member of a structured list or dictionary (RFC 9651 section 3). Immutable; its text is the value on the wire.
 */
sealed interface StructuredMember {

    /** The parameters in order. */
    Map<String, StructuredValue> parameters();

    /** A value with its parameters. */
    record Item(StructuredValue value, Map<String, StructuredValue> parameters) implements StructuredMember {

        public Item {
            parameters = copy(parameters);
        }

        static Item of(StructuredValue value) {
            return new Item(value, Map.of());
        }

        @Override
        public String toString() {
            return value + text(parameters);
        }
    }

    /** A list within a member. */
    record InnerList(List<Item> items, Map<String, StructuredValue> parameters) implements StructuredMember {

        public InnerList {
            items = List.copyOf(items);
            parameters = copy(parameters);
        }

        @Override
        public String toString() {
            return items.stream().map(Item::toString).collect(Collectors.joining(" ", "(", ")")) + text(parameters);
        }
    }

    private static Map<String, StructuredValue> copy(Map<String, StructuredValue> parameters) {
        return parameters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    private static String text(Map<String, StructuredValue> parameters) {
        StringBuilder out = new StringBuilder();
        parameters.forEach((key, value) -> {
            out.append(';').append(key);
            if (!value.equals(StructuredValue.Flag.TRUE)) {
                out.append('=').append(value);
            }
        });
        return out.toString();
    }
}

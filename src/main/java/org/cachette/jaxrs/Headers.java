package org.cachette.jaxrs;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.http.Preconditions;

/** Carries headers between JAX-RS, where a value is any object, and the rules, where it is a line of text. */
final class Headers {

    private Headers() {}

    /** A copy that finds names without regard to case. */
    static Map<String, List<String>> copy(MultivaluedMap<String, String> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, clean(name, values)));
        return copy;
    }

    /** Makes the live headers those of {@code after}, touching only what differs from {@code before}. */
    static void apply(
            MultivaluedMap<String, Object> live, Map<String, List<String>> before, Map<String, List<String>> after) {
        if (before == after) {
            return;
        }
        for (Map.Entry<String, List<String>> field : new HashMap<>(after).entrySet()) {
            if (!field.getValue().equals(before.get(field.getKey()))) {
                set(live, field.getKey(), field.getValue());
            }
        }
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(name -> remove(live, name));
    }

    static void set(MultivaluedMap<String, Object> live, String name, List<String> values) {
        remove(live, name);
        live.put(name, new ArrayList<>(values));
    }

    /** Drops what is not in a 304. */
    static void keepThoseOfNotModified(MultivaluedMap<String, Object> live) {
        live.keySet().removeIf(name -> !Preconditions.isInNotModified(name));
    }

    static void remove(MultivaluedMap<String, Object> live, String name) {
        live.keySet().removeIf(other -> other.equalsIgnoreCase(name));
    }

    private static List<String> clean(String name, List<String> values) {
        return name.equalsIgnoreCase("Content-Type")
                ? values.stream().map(MediaTypes::withoutInternals).toList()
                : List.copyOf(values);
    }
}

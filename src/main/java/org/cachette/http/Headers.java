package org.cachette.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Maps of header fields, read and copied without regard to the case of names (RFC 9110 section 5.1). */
final class Headers {

    private Headers() {}

    /** A new map that ignores case; names that differ in case only become one, their lines in the order met. */
    static SortedMap<String, List<String>> copy(Map<String, ? extends List<String>> headers) {
        SortedMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, lines) -> copy.merge(name, List.copyOf(lines), Headers::both));
        return copy;
    }

    static Map<String, List<String>> unmodifiableCopy(Map<String, ? extends List<String>> headers) {
        return Collections.unmodifiableSortedMap(copy(headers));
    }

    /** The lines of a field, empty when absent; also finds names in a map that minds case. */
    static List<String> lines(Map<String, List<String>> headers, String name) {
        List<String> lines = headers.get(name);
        if (lines != null) {
            return lines;
        }
        if (headers instanceof SortedMap<?, ?> sorted && String.CASE_INSENSITIVE_ORDER.equals(sorted.comparator())) {
            return List.of();
        }
        for (Map.Entry<String, List<String>> entry : headers.entrySet()) {
            if (name.equalsIgnoreCase(entry.getKey())) {
                return entry.getValue();
            }
        }
        return List.of();
    }

    static Optional<String> field(Map<String, List<String>> headers, String name) {
        return joined(lines(headers, name));
    }

    /** The lines of one field as one; empty when there are none. */
    static Optional<String> joined(List<String> lines) {
        return switch (lines.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(lines.get(0));
            default -> Optional.of(String.join(", ", lines));
        };
    }

    /** Whether any line of the field says something. */
    static boolean hasText(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}

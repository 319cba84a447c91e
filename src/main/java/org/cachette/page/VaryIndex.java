package org.cachette.page;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the entry of a URL holds when its responses vary: what they vary on, and a generation id that is
 * part of every variant's key. Deleting it makes all variants unreachable for good. Kept as text, which every store
 * takes plainly.
 *
 * @param generation new for each index that is written where none was, or with other names
 * @param names as {@link Variation} writes them, sorted
 */
record VaryIndex(String generation, List<String> names) {

    private static final String MARK = "vary ";

    static VaryIndex begin(List<String> names) {
        return new VaryIndex(UUID.randomUUID().toString().substring(0, 18), List.copyOf(new TreeSet<>(names)));
    }

    /** This index if it covers those names, else one of a new generation that covers both. */
    VaryIndex covering(List<String> more) {
        if (names.containsAll(more)) {
            return this;
        }
        TreeSet<String> both = new TreeSet<>(names);
        both.addAll(more);
        return begin(List.copyOf(both));
    }

    static Optional<VaryIndex> parse(String text) {
        String[] parts = text.split(" ", -1);
        return text.startsWith(MARK) && parts.length == 3 && !parts[1].isEmpty()
                ? Optional.of(new VaryIndex(parts[1], List.of(parts[2].split(","))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return MARK + generation + " " + String.join(",", names);
    }
}

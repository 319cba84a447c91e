package org.cachette.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cachette.http.NoVarySearch;

/**
 * What is kept of a path whose responses say {@code No-Vary-Search}: what they said last, and a generation id that is
 * part of the key of each page stored under it. Pages that were stored under another word are unreachable for good.
 * Kept as text, which every store takes plainly.
 *
 * @param generation new for each index that is written where none was, or with another rule
 */
record SearchIndex(String generation, NoVarySearch rule) {

    private static final String MARK = "search ";

    static SearchIndex begin(NoVarySearch rule) {
        return new SearchIndex(UUID.randomUUID().toString().substring(0, 18), rule);
    }

    /** This index if it says that, else one of a new generation. */
    SearchIndex saying(NoVarySearch other) {
        return rule.equals(other) ? this : begin(other);
    }

    /**
     * Whether pages with such a query can be found by the rule: not where a parameter has a {@code ;} in it, which some
     * servers take for two parameters.
     */
    static boolean suits(Optional<String> query) {
        return query.isEmpty() || query.get().indexOf(';') < 0;
    }

    static Optional<SearchIndex> parse(String text) {
        String[] parts = text.split(" ", 3);
        return text.startsWith(MARK) && parts.length == 3 && !parts[1].isEmpty()
                ? Optional.of(new SearchIndex(parts[1], NoVarySearch.parse(List.of(parts[2]))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return MARK + generation + " " + rule;
    }
}

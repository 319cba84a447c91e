package org.cachette.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a query belong to a key. Immutable. What it leaves out, the application must not look at. Values and
 * spellings that count stay as they are, so two queries that the application could tell apart by what counts have
 * different keys; a parameter with a {@code ;} in it always counts, since some servers split there.
 *
 * @param sorted whether parameters are ordered by their names; those of one name keep their order
 * @param only names that count, nothing else does; empty for all. One that ends in {@code *} stands for all that begin
 *     so
 * @param ignored names that do not count, written alike
 */
public record QueryRule(boolean sorted, List<String> only, List<String> ignored) {

    /** The whole query, as it was sent. */
    public static final QueryRule WHOLE = new QueryRule(false, List.of(), List.of());

    /** Keeps copies. */
    public QueryRule {
        only = List.copyOf(only);
        ignored = List.copyOf(ignored);
    }

    /** This rule with parameters ordered by name. */
    public QueryRule sortedByName() {
        return new QueryRule(true, only, ignored);
    }

    /** This rule without parameters of these names or beginnings, such as {@code utm_*}. */
    public QueryRule ignoring(Collection<String> namesAndPrefixes) {
        return new QueryRule(sorted, only, List.copyOf(namesAndPrefixes));
    }

    /** This rule for parameters of these names alone. */
    public QueryRule only(Collection<String> names) {
        return new QueryRule(sorted, List.copyOf(names), ignored);
    }

    /**
     * What belongs to the key; empty when nothing does.
     *
     * @param rawQuery as it was sent, without the question mark; null for none
     */
    public Optional<String> apply(@Nullable String rawQuery) {
        if (!sorted && only.isEmpty() && ignored.isEmpty()) {
            return Optional.ofNullable(rawQuery);
        }
        List<QueryPiece> pieces = new ArrayList<>(QueryPiece.split(rawQuery));
        pieces.removeIf(piece -> !counts(piece));
        if (sorted) {
            pieces.sort(Comparator.comparing(QueryPiece::name));
        }
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(pieces.stream().map(QueryPiece::raw).collect(Collectors.joining("&")));
    }

    /**
     * This rule for clients and other caches; {@link NoVarySearch#DEFAULT} where it cannot be said. It names no
     * beginnings: parameters that are ignored by them are not told, and where some count by them, nothing is.
     */
    public NoVarySearch asNoVarySearch() {
        if (only.stream().anyMatch(QueryRule::isBeginning)) {
            return NoVarySearch.DEFAULT;
        }
        List<String> told = ignored.stream().filter(name -> !isBeginning(name)).toList();
        if (only.isEmpty() && told.isEmpty() && !sorted) {
            return NoVarySearch.DEFAULT;
        }
        NoVarySearch rule = only.isEmpty()
                ? NoVarySearch.allBut(told)
                : NoVarySearch.only(
                        only.stream().filter(name -> !isAmong(ignored, name)).toList());
        return sorted ? rule.inAnyOrder() : rule;
    }

    private static boolean isBeginning(String name) {
        return name.endsWith("*");
    }

    private boolean counts(QueryPiece piece) {
        if (piece.raw().indexOf(';') >= 0) {
            return true;
        }
        return (only.isEmpty() || isAmong(only, piece.name())) && !isAmong(ignored, piece.name());
    }

    private static boolean isAmong(List<String> patterns, String name) {
        for (String pattern : patterns) {
            boolean prefix = pattern.endsWith("*");
            if (prefix ? name.startsWith(pattern.substring(0, pattern.length() - 1)) : name.equals(pattern)) {
                return true;
            }
        }
        return false;
    }
}

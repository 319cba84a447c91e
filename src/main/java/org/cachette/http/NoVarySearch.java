package org.cachette.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cachette.http.StructuredMember.InnerList;
import org.cachette.http.StructuredMember.Item;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters of the query a response does not depend on: the {@code No-Vary-Search} field (IETF draft). Immutable.
 *
 * @param mode how the names are meant
 * @param ignoresOrder whether the order of parameters of different names does not matter
 * @param names names of parameters, decoded
 */
public record NoVarySearch(Mode mode, boolean ignoresOrder, Set<String> names) {

    /** How the names are meant. */
    public enum Mode {
        /** The whole query counts, as it is written. */
        EVERYTHING,
        /** All parameters count but these. */
        ALL_BUT,
        /** These parameters alone count. */
        ONLY
    }

    /** The whole query counts: what holds without the field, and with one that can't be read. */
    public static final NoVarySearch DEFAULT = new NoVarySearch(Mode.EVERYTHING, false, Set.of());

    /** Keeps a copy of the names. */
    public NoVarySearch {
        names = Set.copyOf(names);
    }

    /** All parameters count but these. */
    public static NoVarySearch allBut(Collection<String> names) {
        return new NoVarySearch(Mode.ALL_BUT, false, Set.copyOf(names));
    }

    /** These parameters alone count. */
    public static NoVarySearch only(Collection<String> names) {
        return new NoVarySearch(Mode.ONLY, false, Set.copyOf(names));
    }

    /** The same where the order of names does not matter; {@link #DEFAULT} has no such form. */
    public NoVarySearch inAnyOrder() {
        return new NoVarySearch(mode, mode != Mode.EVERYTHING, names);
    }

    /** What the lines of the field say; {@link #DEFAULT} when they are absent or can't be read. */
    public static NoVarySearch parse(List<String> lines) {
        return StructuredFields.parseDictionary(lines)
                .flatMap(NoVarySearch::read)
                .orElse(DEFAULT);
    }

    private static Optional<NoVarySearch> read(Map<String, StructuredMember> members) {
        boolean ignoresOrder = false;
        StructuredMember keyOrder = members.get("key-order");
        if (keyOrder != null) {
            if (!(keyOrder instanceof Item item) || !(item.value() instanceof StructuredValue.Flag flag)) {
                return Optional.empty();
            }
            ignoresOrder = flag.on();
        }
        StructuredMember params = members.get("params");
        StructuredMember except = members.get("except");
        if ((params == null) == (except == null)) {
            return Optional.empty();
        }
        boolean order = ignoresOrder;
        return names(params == null ? except : params)
                .map(names -> new NoVarySearch(params == null ? Mode.ONLY : Mode.ALL_BUT, order, names));
    }

    private static Optional<Set<String>> names(@Nullable StructuredMember member) {
        if (!(member instanceof InnerList list)) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>();
        for (Item item : list.items()) {
            if (!(item.value() instanceof StructuredValue.Text text)) {
                return Optional.empty();
            }
            names.add(QueryPiece.decode(text.text()));
        }
        return Optional.of(names);
    }

    /**
     * The query in the one spelling that all equivalent ones share, for keys; empty when nothing of it counts. By
     * {@link #DEFAULT} it is the query itself.
     *
     * @param rawQuery as it was sent, without the question mark; null for none
     */
    public Optional<String> canonicalQuery(@Nullable String rawQuery) {
        if (mode == Mode.EVERYTHING) {
            return Optional.ofNullable(rawQuery);
        }
        List<QueryPiece> counting = new ArrayList<>(QueryPiece.split(rawQuery));
        counting.removeIf(piece -> names.contains(piece.name()) == (mode == Mode.ALL_BUT));
        if (ignoresOrder) {
            counting.sort(Comparator.comparing(QueryPiece::name));
        }
        return counting.isEmpty()
                ? Optional.empty()
                : Optional.of(counting.stream().map(QueryPiece::canonical).collect(Collectors.joining("&")));
    }

    /** The value of the field; empty text for {@link #DEFAULT}, which needs none. */
    @Override
    public String toString() {
        if (mode == Mode.EVERYTHING) {
            return "";
        }
        Stream<Item> items =
                names.stream().sorted().map(name -> Item.of(new StructuredValue.Text(QueryPiece.encode(name))));
        String list = (mode == Mode.ONLY ? "except=" : "params=") + new InnerList(items.toList(), Map.of());
        return ignoresOrder ? "key-order, " + list : list;
    }
}

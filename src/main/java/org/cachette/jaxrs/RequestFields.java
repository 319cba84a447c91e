package org.cachette.jaxrs;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request as its server finds them, without regard to case: each when it is asked for, since few are, and
 * many browsers send twenty.
 */
final class RequestFields extends AbstractMap<String, List<String>> {

    private final Supplier<? extends Iterable<String>> names;
    private final Function<String, List<String>> lines;

    /** @param lines of a field in order; empty when the request does not have it */
    RequestFields(Supplier<? extends Iterable<String>> names, Function<String, List<String>> lines) {
        this.names = names;
        this.lines = lines;
    }

    @Override
    public @Nullable List<String> get(Object name) {
        List<String> found = name instanceof String text ? lines.apply(text) : List.of();
        return found.isEmpty() ? null : found;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, List<String>>> entrySet() {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        names.get().forEach(name -> all.put(name, lines.apply(name)));
        return all.entrySet();
    }
}

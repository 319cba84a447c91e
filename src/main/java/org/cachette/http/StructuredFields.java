package org.cachette.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cachette.http.StructuredMember.Item;

/**
 * Structured field values, read and written (RFC 9651 section 4). What is malformed anywhere is empty as a whole, never
 * an exception.
 */
final class StructuredFields {

    private StructuredFields() {}

    static Optional<List<StructuredMember>> parseList(List<String> lines) {
        return parse(lines, StructuredParser::list);
    }

    /** The members of a dictionary by their keys, in order. */
    static Optional<Map<String, StructuredMember>> parseDictionary(List<String> lines) {
        return parse(lines, StructuredParser::dictionary);
    }

    static Optional<Item> parseItem(List<String> lines) {
        return parse(lines, StructuredParser::item);
    }

    static String serialise(List<? extends StructuredMember> list) {
        return list.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    static String serialise(Map<String, ? extends StructuredMember> dictionary) {
        return dictionary.entrySet().stream()
                .map(entry -> member(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String member(String key, StructuredMember member) {
        String text = member.toString();
        boolean bare = member instanceof Item item && item.value().equals(StructuredValue.Flag.TRUE);
        return bare ? key + text.substring("?1".length()) : key + '=' + text;
    }

    private static <T> Optional<T> parse(List<String> lines, Function<StructuredParser, T> rule) {
        try {
            StructuredParser parser = new StructuredParser(new CharCursor(String.join(", ", lines)));
            return Optional.of(parser.whole(rule));
        } catch (MalformedFieldException e) {
            return Optional.empty();
        }
    }
}

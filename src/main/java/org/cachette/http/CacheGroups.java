package org.cachette.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cachette.http.StructuredMember.Item;

/**
 * The groups of {@code Cache-Groups} and {@code Cache-Group-Invalidation} (RFC 9875): names for sets of responses of one
 * origin that go together. Names are compared as they are. Safe for use by several threads.
 */
public final class CacheGroups {

    private CacheGroups() {}

    /** The groups that a response is in; none when the field is absent or invalid. */
    public static List<String> of(Map<String, List<String>> headers) {
        return parse(Headers.lines(headers, "Cache-Groups"));
    }

    /** The groups in the lines of a field, each once; none when there is anything but strings in it. */
    public static List<String> parse(List<String> lines) {
        List<String> groups = new ArrayList<>();
        for (StructuredMember member : StructuredFields.parseList(lines).orElse(List.of())) {
            if (!(member instanceof Item item) || !(item.value() instanceof StructuredValue.Text group)) {
                return List.of();
            }
            if (!groups.contains(group.text())) {
                groups.add(group.text());
            }
        }
        return List.copyOf(groups);
    }

    /**
     * The value of either field; empty when it would be longer than the budget, or a name has other characters than
     * printable ASCII: half of the groups would be worse than none.
     *
     * @param budget the most characters of the value
     */
    public static Optional<String> format(Collection<String> groups, int budget) {
        List<Item> items = new ArrayList<>();
        for (String group : groups) {
            if (!group.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                return Optional.empty();
            }
            items.add(Item.of(new StructuredValue.Text(group)));
        }
        return Optional.of(StructuredFields.serialise(items)).filter(value -> value.length() <= budget);
    }
}

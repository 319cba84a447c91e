package org.cachette.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The request fields that a response depends on: the value of its {@code Vary} field (RFC 9110 section 12.5.5).
 * Immutable. Two are equal when they name the same fields, whatever the spelling and order.
 */
public final class VaryFields {

    /** No field at all. */
    public static final VaryFields NONE = new VaryFields(List.of());

    private static final VaryFields ANY = new VaryFields(List.of("*"));

    private final List<String> spelled;
    private final List<String> names;
    private final boolean any;

    private VaryFields(List<String> spelled) {
        this.spelled = List.copyOf(spelled);
        this.any = spelled.contains("*");
        this.names = spelled.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** The names in all lines of a {@code Vary} field; empty members are left out, never an exception. */
    public static VaryFields parse(List<String> lines) {
        return lines.isEmpty() ? NONE : NONE.joined(Tokens.members(lines));
    }

    /**
     * These fields and further ones, which come last; {@code *} among them absorbs all the rest.
     *
     * @throws IllegalArgumentException if a name is neither a field name nor {@code *}; padding is allowed
     */
    public VaryFields with(String... more) {
        List<String> added = new ArrayList<>();
        for (String name : more) {
            if (Tokens.hasControls(name)) {
                throw new IllegalArgumentException("A name for Vary has control characters: \"" + Tokens.clean(name)
                        + "\"; expected a field name such as Accept-Language");
            }
            added.add(Tokens.requireToken("A name for Vary", name.trim()));
        }
        return joined(added);
    }

    /** Whether the response depends on more than request fields can tell: {@code *} anywhere in the list. */
    public boolean any() {
        return any;
    }

    /** Whether nothing is named. */
    public boolean isEmpty() {
        return spelled.isEmpty();
    }

    /** Whether that name is in the list, whatever its case; {@code *} contains only {@code *}. */
    public boolean contains(String name) {
        for (String each : spelled) {
            if (each.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** The names in lower case, sorted, each once: the same for each spelling of a list, so fit for keys. */
    public List<String> names() {
        return names;
    }

    private VaryFields joined(List<String> more) {
        List<String> all = new ArrayList<>(spelled);
        for (String name : more) {
            if (all.stream().noneMatch(name::equalsIgnoreCase)) {
                all.add(name);
            }
        }
        return all.contains("*") ? ANY : new VaryFields(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VaryFields that && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    /** The value of the field: each name in its first spelling, in the order met. */
    @Override
    public String toString() {
        return String.join(", ", spelled);
    }
}

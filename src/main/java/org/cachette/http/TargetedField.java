package org.cachette.http;

import java.util.List;
import java.util.Objects;

/**
 * What a response says to some caches alone, such as {@code CDN-Cache-Control: max-age=600} (RFC 9213): those for which
 * the field is meant obey it in place of {@code Cache-Control} and {@code Expires}. Immutable.
 *
 * @param name of the response header field
 * @param directives what it says, each of the type that it takes there
 */
public record TargetedField(String name, CacheDirectives directives) {

    /**
     * A field.
     *
     * @throws IllegalArgumentException if the name is no field name or that of a field for all caches, or a directive
     *     cannot be written in such a field
     */
    public TargetedField {
        Objects.requireNonNull(directives, "directives");
        Tokens.requireToken("The name of a targeted field", name);
        if (!name.matches("(?i)(.+-)cache-control")) {
            throw new IllegalArgumentException(
                    "the targeted field \"" + name + "\": expected a name that ends in -Cache-Control (RFC 9213)");
        }
        TargetedDirectives.format(directives);
    }

    /**
     * The field in a line as on the wire, {@code CDN-Cache-Control: max-age=600, must-revalidate}.
     *
     * @throws IllegalArgumentException if it is none, or is not a dictionary of directives with values of their types
     */
    public static TargetedField parse(String line) {
        int colon = line.indexOf(':');
        List<String> value = List.of(line.substring(colon + 1));
        CacheDirectives directives = TargetedDirectives.parse(value).orElse(null);
        if (colon < 0 || directives == null) {
            throw new IllegalArgumentException("the targeted field \"" + line
                    + "\" cannot be read: expected a name, a colon and a dictionary of directives, such as"
                    + " CDN-Cache-Control: max-age=600, must-revalidate (RFC 9213)");
        }
        TargetedField field = new TargetedField(line.substring(0, colon).strip(), directives);
        boolean asWritten = StructuredFields.parseDictionary(value)
                .filter(members -> StructuredFields.serialise(members).equals(field.value()))
                .isPresent();
        if (!asWritten) {
            throw new IllegalArgumentException("the targeted field \"" + line
                    + "\" has a directive of another type than it takes: expected \"" + field.value()
                    + "\", if that is what is meant (RFC 9213 section 2.1)");
        }
        return field;
    }

    /** The value of the field: a structured dictionary. */
    public String value() {
        return TargetedDirectives.format(directives);
    }
}

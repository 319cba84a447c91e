package org.cachette.page;

/** The names that a header field or a cookie may have (RFC 9110 section 5.6.2, {@code token}). */
public final class FieldNames {

    private static final String PUNCTUATION = "!#$%&'*+-.^_`|~";

    private FieldNames() {}

    /** Whether that is a token; {@code *} is one. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c < 0x7f && (Character.isLetterOrDigit(c) || PUNCTUATION.indexOf(c) >= 0));
    }

    static String checked(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a header field or cookie: expected"
                    + " letters, digits and " + PUNCTUATION);
        }
        return name;
    }
}

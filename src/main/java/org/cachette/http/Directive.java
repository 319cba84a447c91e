package org.cachette.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member of a {@code Cache-Control} field. Immutable.
 *
 * @param name in lower case
 * @param text the argument without quotes; null for a bare name
 * @param quoted whether the argument is printed as a quoted string
 */
record Directive(String name, @Nullable String text, boolean quoted) {

    /** As much as a number of seconds can say in HTTP (RFC 9111 section 1.2.2). */
    static final Duration LONGEST = Duration.ofSeconds(1L << 31);

    private static final long GREATEST_DELTA = LONGEST.toSeconds();

    Directive {
        // RFC 9111 sections 5.2.2.4 and 5.2.2.7: lists of fields are always quoted, also a list of one.
        quoted = text != null && (quoted || hasFields(name) || !Tokens.isToken(text));
    }

    static Directive bare(String name) {
        return new Directive(name, null, false);
    }

    static Directive of(String name, String text) {
        return new Directive(name, text, false);
    }

    static Directive seconds(String name, long seconds) {
        return of(name, Long.toString(Math.min(seconds, GREATEST_DELTA)));
    }

    static boolean hasFields(String name) {
        return name.equals("no-cache") || name.equals("private");
    }

    /**
     * The field names of the qualified form; empty for the bare one, which means the whole response, as does a list in
     * which something is no name.
     */
    List<String> fields() {
        List<String> names = text == null ? List.of() : Tokens.members(List.of(text));
        return names.stream().allMatch(Tokens::isToken) ? names : List.of();
    }

    /** This and another of the same name: all their fields, or the bare form, which covers every field. */
    Directive joined(Directive other) {
        if (fields().isEmpty() || other.fields().isEmpty()) {
            return bare(name);
        }
        List<String> lines = List.of(String.join(",", fields()), String.join(",", other.fields()));
        return of(name, VaryFields.parse(lines).toString());
    }

    /** The argument as seconds, at most 2^31 (RFC 9111 section 1.2.2); -1 when it can't be read. */
    long seconds() {
        if (text == null || text.isEmpty()) {
            return -1;
        }
        long seconds = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            seconds = Math.min(seconds * 10 + (c - '0'), GREATEST_DELTA);
        }
        return seconds;
    }

    @Override
    public String toString() {
        if (text == null) {
            return name;
        }
        return name + '=' + (quoted ? Tokens.quote(text) : text);
    }
}

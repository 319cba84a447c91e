package org.cachette.http;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a request accepts of the content codings that an answer could have: the many spellings of
 * {@code Accept-Encoding} as few values for keys (RFC 9110 section 12.5.3). Immutable. A field with anything in it that
 * could be read in two ways stands for itself.
 *
 * @param key the value for the key; empty when the request has no such field, which accepts anything
 * @param codings the codings accepted, {@code identity} among them
 */
public record AcceptedCodings(Optional<String> key, Set<String> codings) {

    private static final String IDENTITY = "identity";

    /** Keeps a copy of the codings. */
    public AcceptedCodings {
        codings = Set.copyOf(codings);
    }

    /**
     * What the request accepts.
     *
     * @param lines those of {@code Accept-Encoding}
     * @param possible the codings that an answer could have, such as {@code gzip}; {@code identity} always is
     */
    public static AcceptedCodings of(List<String> lines, Collection<String> possible) {
        Set<String> all = new TreeSet<>();
        possible.forEach(coding -> all.add(usualName(coding)));
        all.add(IDENTITY);
        if (lines.isEmpty()) {
            return new AcceptedCodings(Optional.empty(), all);
        }
        Map<String, Boolean> named = new TreeMap<>();
        for (String member : Tokens.members(lines)) {
            if (!AcceptedCoding.read(member, named)) {
                return new AcceptedCodings(Optional.of("as sent:" + String.join(",", lines)), Set.of(IDENTITY));
            }
        }
        boolean others = named.getOrDefault("*", false);
        Set<String> accepted = new TreeSet<>();
        for (String coding : all) {
            boolean unnamed = coding.equals(IDENTITY) ? named.getOrDefault("*", true) : others;
            if (named.getOrDefault(coding, unnamed)) {
                accepted.add(coding);
            }
        }
        return new AcceptedCodings(Optional.of(String.join(",", accepted)), accepted);
    }

    /**
     * Whether an answer with these codings may be stored under the key: each one was possible and is accepted, so
     * everybody else with this key accepts it too.
     *
     * @param contentEncoding the lines of {@code Content-Encoding}
     */
    public boolean allow(List<String> contentEncoding) {
        List<String> used = Tokens.members(contentEncoding);
        return used.isEmpty()
                ? codings.contains(IDENTITY)
                : used.stream().map(AcceptedCodings::usualName).allMatch(codings::contains);
    }

    /** In lower case; the names with {@code x-} are older ones of the same (RFC 9110 section 8.4.1). */
    static String usualName(String coding) {
        String name = coding.trim().toLowerCase(Locale.ROOT);
        return name.equals("x-gzip") || name.equals("x-compress") ? name.substring(2) : name;
    }
}

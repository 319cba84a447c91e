package org.cachette.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cookies of a request, for keys (RFC 6265 section 4.2.1). Immutable. Servers read malformed fields each in their
 * own way (some split at commas, some know quotes), so for a key everything counts that any of them could take for a
 * cookie of the name, in order; two requests whose keys are equal are equal to all of them.
 */
public final class RequestCookies {

    private static final Pattern ONE_QUOTED = Pattern.compile("[^\"\\\\]*=[ \\t]*\"[^\"\\\\]*\"[ \\t]*");

    private final List<String> pieces;
    private final boolean ambiguous;
    private final String whole;

    private RequestCookies(String whole) {
        this.whole = whole;
        this.pieces = List.of(whole.split(";", -1));
        this.ambiguous = isAmbiguous();
    }

    /** The cookies in the lines of {@code Cookie}, of which HTTP/2 allows several. */
    public static RequestCookies parse(List<String> lines) {
        return new RequestCookies(String.join("; ", lines));
    }

    /** The value of the first cookie of that name, with its quotes if it has some. Names mind case. */
    public Optional<String> first(String name) {
        for (String piece : pieces) {
            int equals = piece.indexOf('=');
            if (equals >= 0 && piece.substring(0, equals).trim().equals(name)) {
                return Optional.of(piece.substring(equals + 1).trim());
            }
        }
        return Optional.empty();
    }

    /**
     * The part of a key that keeps apart requests that differ in cookies of these names: all their values in order, each
     * with its length, so that no two lists are spelled alike. A field with quotes that could reach across cookies, or
     * with separators other than {@code "; "}, counts as a whole.
     */
    public String keyPart(Collection<String> names) {
        StringBuilder key = new StringBuilder();
        if (ambiguous) {
            return append(key.append("whole"), whole).toString();
        }
        for (String name : names) {
            append(key, name);
            List<String> found = mentioning(name);
            key.append('*').append(found.size());
            found.forEach(piece -> append(key, piece));
        }
        return key.toString();
    }

    /**
     * The field with only what counts for these names in a key, so that it gives the same key; empty when nothing does.
     * Right only where it {@linkplain #canBeLessened can be lessened}.
     */
    public String only(Collection<String> names) {
        Set<String> found = new LinkedHashSet<>();
        names.forEach(name -> found.addAll(mentioning(name)));
        return pieces.stream().map(String::trim).filter(found::contains).collect(Collectors.joining("; "));
    }

    /** Whether there is a field with {@link #only} these cookies: not where the whole counts. True for no names. */
    public boolean canBeLessened(Collection<String> names) {
        return names.isEmpty()
                || keyPart(names).equals(parse(List.of(only(names))).keyPart(names));
    }

    private boolean isAmbiguous() {
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            boolean quotes = piece.indexOf('"') >= 0 || piece.indexOf('\\') >= 0;
            if (quotes && !ONE_QUOTED.matcher(piece).matches()) {
                return true;
            }
            if (i > 0
                    && !(piece.startsWith(" ")
                            && piece.length() > 1
                            && piece.trim().length() == piece.length() - 1)) {
                return true;
            }
        }
        return false;
    }

    /** The pieces in which the name stands as a word of its own, whatever is around it. */
    private List<String> mentioning(String name) {
        List<String> found = new ArrayList<>();
        Pattern word = Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE);
        for (String piece : pieces) {
            Matcher matcher = word.matcher(piece);
            boolean mentioned = false;
            while (!mentioned && matcher.find()) {
                mentioned = isWord(piece, matcher.start(), matcher.end());
            }
            if (mentioned) {
                found.add(piece.trim());
            }
        }
        return found;
    }

    private static boolean isWord(String text, int start, int end) {
        return (start == 0 || !Tokens.isTokenChar(text.charAt(start - 1)))
                && (end == text.length() || !Tokens.isTokenChar(text.charAt(end)));
    }

    private static StringBuilder append(StringBuilder key, String part) {
        return key.append('|').append(part.length()).append(':').append(part);
    }
}

package org.cachette.config;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what tells pages apart, for the site or a page rule. */
final class KeyReader {

    static final List<String> SETTINGS =
            List.of("sort-query", "ignore-query", "only-query", "vary-cookies", "no-vary-search");

    private static final Predicate<String> PARAMETER =
            Pattern.compile("[^*&=;%\\s\\p{Cntrl}]+\\*?|\\*").asMatchPredicate();

    // RFC 6265 section 4.1.1
    private static final Predicate<String> COOKIE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+").asMatchPredicate();

    private final Source source;

    KeyReader(Source source) {
        this.source = source;
    }

    /** The settings that begin with the prefix; those of {@code others} where there are none. */
    KeySettings read(String prefix, KeySettings others) {
        return new KeySettings(
                source.flag(prefix + "sort-query").orElse(others.sortQuery()),
                parameters(prefix + "ignore-query", others.ignoreQuery()),
                parameters(prefix + "only-query", others.onlyQuery()),
                names(prefix + "vary-cookies", "names of cookies, separated by commas", COOKIE, others.varyCookies()),
                source.flag(prefix + "no-vary-search").orElse(others.noVarySearch()));
    }

    private List<String> parameters(String setting, List<String> others) {
        String expected = "names of query parameters as the application reads them, separated by commas, such as"
                + " page, utm_*";
        return names(setting, expected, PARAMETER, others);
    }

    private List<String> names(String setting, String expected, Predicate<String> isName, List<String> others) {
        return source.parsed(setting, expected, text -> {
                    List<String> names =
                            Stream.of(text.split(",", -1)).map(String::strip).toList();
                    if (!names.stream().allMatch(isName)) {
                        throw new IllegalArgumentException(text);
                    }
                    return names;
                })
                .orElse(others);
    }
}

package org.cachette.cdi;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cachette.config.PageRule;
import org.cachette.http.UriEscapes;

/**
 * A page rule by URL, {@code cachette.pages."/articles/{id}"}: a path relative to the application's, as {@code @Path}
 * writes it. A parameter stands for the characters up to the next slash, or for what its own pattern says.
 *
 * @param template as it stands in the settings
 * @param pattern of the paths that it means
 * @param literals how many characters of it stand for themselves
 */
record UrlRule(String template, Pattern pattern, int literals, PageRule rule) {

    /** The rule that says most of a path comes first, as among the methods of a resource (REST section 3.7.2). */
    static final Comparator<UrlRule> MOST_LITERAL_FIRST =
            Comparator.comparingInt(UrlRule::literals).reversed().thenComparing(UrlRule::template);

    private static final Pattern PARAMETER =
            Pattern.compile("\\{\\s*\\w[\\w.-]*\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+?)\\s*)?}");

    /** @throws IllegalArgumentException when a parameter's pattern is none; the message says what is wrong with it */
    static UrlRule of(String template, PageRule rule) {
        StringBuilder pattern = new StringBuilder();
        int literals = 0;
        int from = 0;
        Matcher parameter = PARAMETER.matcher(template);
        while (parameter.find()) {
            pattern.append(Pattern.quote(template.substring(from, parameter.start())));
            literals += parameter.start() - from;
            String own = parameter.group(1);
            pattern.append(own == null ? "[^/]+" : "(?:" + own + ")");
            from = parameter.end();
        }
        literals += template.length() - from;
        pattern.append(Pattern.quote(template.substring(from)));
        return new UrlRule(template, Pattern.compile(pattern.toString()), literals, rule);
    }

    /**
     * Whether it means that path, as sent or as servers take it when they look for the method: without matrix
     * parameters and empty segments. Else a page that a rule keeps out would be kept under another spelling.
     */
    boolean matches(String path) {
        return pattern.matcher(path).matches()
                || (isOdd(path) && pattern.matcher(plain(path)).matches());
    }

    private static boolean isOdd(String path) {
        return path.endsWith("/") || path.indexOf(';') >= 0 || path.contains("//") || path.indexOf('%') >= 0;
    }

    private static String plain(String path) {
        String plain = UriEscapes.normalised(path).replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}

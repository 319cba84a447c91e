package org.cachette.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the configured caches, each with what its settings begin with. A name with dots is written in quotes.
 *
 * @param prefixes by name, as {@code cachette.caches.pages.}
 */
record CacheNames(Map<String, String> prefixes) {

    static final String DEFAULT = "default";

    private static final Pattern SETTING = Pattern.compile("(cachette\\.caches\\.(?:\"([^\"]+)\"|([^.\"]+))\\.).+");

    /** The default cache is there when nothing is configured, or when it has a setting, maybe from the environment. */
    static CacheNames in(Source source) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        source.names().forEach(name -> {
            Matcher matcher = SETTING.matcher(name);
            if (matcher.matches()) {
                String cache = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
                prefixes.putIfAbsent(cache, matcher.group(1));
            }
        });
        String prefix = "cachette.caches." + DEFAULT + ".";
        if (prefixes.isEmpty()
                || CacheReader.SETTINGS.stream()
                        .anyMatch(setting -> source.text(prefix + setting).isPresent())) {
            prefixes.putIfAbsent(DEFAULT, prefix);
        }
        return new CacheNames(Collections.unmodifiableMap(prefixes));
    }

    Set<String> names() {
        return prefixes.keySet();
    }
}

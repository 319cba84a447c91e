package org.cachette.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cachette.Timeout;

/** Reads the settings of page caching. */
final class PageReader {

    /** The settings of the site. */
    static final Set<String> SITE =
            Set.of("enabled", "cache", "timeout", "key-prefix", "max-body", "store-set-cookie", "cache-status", "wait");

    /** A setting of a page rule: all, what it begins with, the quoted part, the last part. */
    static final Pattern RULE = Pattern.compile("(cachette\\.pages\\.\"([^\"]+)\"\\.)(timeout|cache|key-prefix)");

    private static final Duration WAIT = Duration.ofSeconds(10);

    private static final String OF_THE_RESPONSE = "response";

    private final Source source;
    private final Set<String> caches;

    PageReader(Source source, Set<String> caches) {
        this.source = source;
        this.caches = caches;
    }

    PageSettings read() {
        return new PageSettings(
                source.flag("cachette.site.enabled").orElse(false),
                cache("cachette.site.cache").orElse(CacheNames.DEFAULT),
                siteTimeout("cachette.site.timeout"),
                source.text("cachette.site.key-prefix").orElse(""),
                source.number("cachette.site.max-body", 0).orElse(1 << 20),
                source.flag("cachette.site.store-set-cookie").orElse(false),
                source.flag("cachette.site.cache-status").orElse(false),
                longestWait("cachette.site.wait"),
                new ReuseReader(source).read(),
                rules());
    }

    private Optional<Timeout> siteTimeout(String setting) {
        if (source.text(setting).filter(OF_THE_RESPONSE::equalsIgnoreCase).isPresent()) {
            return Optional.empty();
        }
        String expected = "seconds, an ISO-8601 duration such as PT10M, \"forever\", or \"response\"";
        return Optional.of(source.parsed(setting, expected, Timeouts::parse).orElse(Timeout.ofSeconds(600)));
    }

    private Duration longestWait(String setting) {
        String expected = "seconds, or an ISO-8601 duration such as PT5S, an hour at most; 0: nobody waits";
        return source.parsed(setting, expected, text -> {
                    Duration wait = Timeouts.parse(text).toDuration();
                    if (wait.compareTo(Duration.ofHours(1)) > 0) {
                        throw new IllegalArgumentException(text);
                    }
                    return wait;
                })
                .orElse(WAIT);
    }

    private Optional<String> cache(String setting) {
        Optional<String> name = source.text(setting);
        name.filter(cache -> !caches.contains(cache)).ifPresent(cache -> source.problems()
                .wrong(setting, cache, "the name of a configured cache: " + String.join(", ", caches)));
        return name;
    }

    private Map<String, PageRule> rules() {
        Map<String, PageRule> rules = new TreeMap<>();
        source.names()
                .map(RULE::matcher)
                .filter(Matcher::matches)
                .forEach(matcher -> rules.computeIfAbsent(matcher.group(2), target -> rule(matcher.group(1))));
        return rules;
    }

    private PageRule rule(String prefix) {
        return new PageRule(
                source.timeout(prefix + "timeout"), cache(prefix + "cache"), source.text(prefix + "key-prefix"));
    }
}

package org.cachette.config;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cachette.Timeout;
import org.cachette.config.StatusSettings.Sent;

/** Reads the settings of page caching. */
final class PageReader {

    /** The settings of the site. */
    static final List<String> SITE = Stream.concat(
                    Stream.of(
                            "enabled",
                            "cache",
                            "timeout",
                            "key-prefix",
                            "max-body",
                            "store-set-cookie",
                            "cache-status",
                            "cache-status-key",
                            "cache-status-secret",
                            "wait",
                            "query-content",
                            "normalize-query",
                            "vary-language",
                            "vary-time-zone",
                            "conditional-get",
                            "early-hits"),
                    KeyReader.SETTINGS.stream())
            .toList();

    /** The settings of a page rule. */
    static final List<String> OF_RULE = Stream.concat(
                    Stream.of("timeout", "cache", "key-prefix"), KeyReader.SETTINGS.stream())
            .toList();

    /** A setting of a page rule: all, what it begins with, the quoted part, the last part. */
    static final Pattern RULE =
            Pattern.compile("(cachette\\.pages\\.\"([^\"]+)\"\\.)(" + String.join("|", OF_RULE) + ")");

    private static final Duration WAIT = Duration.ofSeconds(10);

    private static final String OF_THE_RESPONSE = "response";

    private final Source source;
    private final Set<String> caches;

    PageReader(Source source, Set<String> caches) {
        this.source = source;
        this.caches = caches;
    }

    PageSettings read() {
        KeyReader keys = new KeyReader(source);
        KeySettings ofSite = keys.read("cachette.site.", KeySettings.WHOLE);
        return new PageSettings(
                source.flag("cachette.site.enabled").orElse(false),
                cache("cachette.site.cache").orElse(CacheNames.DEFAULT),
                siteTimeout("cachette.site.timeout"),
                source.text("cachette.site.key-prefix").orElse(""),
                source.number("cachette.site.max-body", 0).orElse(1 << 20),
                source.flag("cachette.site.store-set-cookie").orElse(false),
                status(),
                longestWait("cachette.site.wait"),
                new ReuseReader(source).read(),
                source.number("cachette.site.query-content", 0).orElse(1 << 16),
                source.flag("cachette.site.normalize-query").orElse(false),
                source.flag("cachette.site.vary-language").orElse(false),
                source.flag("cachette.site.vary-time-zone").orElse(false),
                source.flag("cachette.site.conditional-get").orElse(false),
                source.flag("cachette.site.early-hits").orElse(false),
                ofSite,
                rules(keys, ofSite));
    }

    private StatusSettings status() {
        String setting = "cachette.site.cache-status";
        Sent sent = source.parsed(
                        setting,
                        "true, false, or debug: for requests that name a secret",
                        text -> switch (text.toLowerCase(Locale.ROOT)) {
                            case "true" -> Sent.ALWAYS;
                            case "false" -> Sent.NEVER;
                            case "debug" -> Sent.DEBUG;
                            default -> throw new IllegalArgumentException(text);
                        })
                .orElse(Sent.NEVER);
        String expected = "expected a secret of at least 16 bytes, for the request header Cachette-Debug";
        String secret = source.secret(setting + "-secret", 16, expected)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        if (sent == Sent.DEBUG && secret.isEmpty()) {
            source.problems().add(setting + " is \"debug\", and " + setting + "-secret is missing: " + expected);
        }
        return new StatusSettings(sent, secret, source.flag(setting + "-key").orElse(false));
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

    private Map<String, PageRule> rules(KeyReader keys, KeySettings ofSite) {
        Map<String, PageRule> rules = new TreeMap<>();
        source.names()
                .map(RULE::matcher)
                .filter(Matcher::matches)
                .forEach(matcher ->
                        rules.computeIfAbsent(matcher.group(2), target -> rule(matcher.group(1), keys, ofSite)));
        return rules;
    }

    private PageRule rule(String prefix, KeyReader keys, KeySettings ofSite) {
        return new PageRule(
                source.timeout(prefix + "timeout"),
                cache(prefix + "cache"),
                source.text(prefix + "key-prefix"),
                keys.read(prefix, ofSite));
    }
}

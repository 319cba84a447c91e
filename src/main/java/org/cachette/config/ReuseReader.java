package org.cachette.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cachette.http.EffectiveControl;
import org.cachette.http.Heuristic;
import org.cachette.http.ReuseRules;

/** Reads how stored pages may be used. */
final class ReuseReader {

    /** The settings of the site that are read here. */
    static final Set<String> SITE = Set.of(
            "request-directives",
            "heuristic",
            "stale-while-revalidate",
            "stale-if-error",
            "keep-stale",
            "targets",
            "cache-groups",
            "invalidate-groups",
            "early-refresh");

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(3653);

    private final Source source;

    ReuseReader(Source source) {
        this.source = source;
    }

    ReuseSettings read() {
        return new ReuseSettings(
                new ReuseRules(
                        targets("cachette.site.targets"),
                        source.flag("cachette.site.request-directives").orElse(false),
                        time("cachette.site.stale-while-revalidate", Duration.ZERO),
                        time("cachette.site.stale-if-error", Duration.ZERO)),
                source.flag("cachette.site.heuristic").orElse(false) ? Heuristic.TENTH : Heuristic.OFF,
                time("cachette.site.keep-stale", AN_HOUR),
                new GroupSettings(
                        source.flag("cachette.site.cache-groups").orElse(true),
                        source.flag("cachette.site.invalidate-groups").orElse(true)),
                earlyRefresh("cachette.site.early-refresh"));
    }

    private double earlyRefresh(String setting) {
        return source.parsed(setting, "a number from 0 to 100, such as 1; 0: not at all", text -> {
                    double beta = Double.parseDouble(text);
                    if (!(beta >= 0 && beta <= 100)) {
                        throw new IllegalArgumentException(text);
                    }
                    return beta;
                })
                .orElse(0.0);
    }

    private Duration time(String setting, Duration otherwise) {
        String expected = "seconds, or an ISO-8601 duration such as PT5M, ten years at most; 0: not at all";
        return source.parsed(setting, expected, text -> {
                    Duration time = Timeouts.parse(text).toDuration();
                    if (time.compareTo(LONGEST) > 0) {
                        throw new IllegalArgumentException(text);
                    }
                    return time;
                })
                .orElse(otherwise);
    }

    private List<String> targets(String setting) {
        String expected = "names of response header fields with commas between, such as CDN-Cache-Control";
        return source.parsed(setting, expected, text -> Stream.of(text.split(","))
                        .map(String::strip)
                        .map(ReuseReader::fieldName)
                        .toList())
                .orElse(List.of(EffectiveControl.OWN));
    }

    private static String fieldName(String name) {
        if (!name.matches("[A-Za-z0-9-]+") || name.equalsIgnoreCase("Cache-Control")) {
            throw new IllegalArgumentException(name);
        }
        return name;
    }
}

package org.cachette.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The keys that are settings; any other one under {@code cachette.} is a slip of the pen and gets the nearest one. */
final class KnownKeys {

    private final CacheNames caches;
    private final Set<String> fixed = new TreeSet<>();

    KnownKeys(CacheNames caches) {
        this.caches = caches;
        fixed.add("cachette.enabled");
        fixed.add("cachette.serializer.allow");
        fixed.add(SettingsReader.SECRET);
        PageReader.SITE.forEach(setting -> fixed.add("cachette.site." + setting));
        ReuseReader.SITE.forEach(setting -> fixed.add("cachette.site." + setting));
        caches.prefixes()
                .values()
                .forEach(prefix -> CacheReader.SETTINGS.forEach(setting -> fixed.add(prefix + setting)));
        CacheReader.SETTINGS.forEach(setting -> fixed.add("cachette.caches.default." + setting));
    }

    /** A sentence for each key that is no setting. */
    List<String> warnings(Source source) {
        List<String> names = source.names().toList();
        return names.stream()
                .filter(name -> !isKnown(name) && !source.isFromEnvironment(name, fixed))
                .map(name -> name + " is not a setting: did you mean " + nearest(name, names) + "?")
                .toList();
    }

    private boolean isKnown(String name) {
        return fixed.contains(name)
                || isOption(name)
                || PageReader.RULE.matcher(name).matches();
    }

    /** Options are judged by their backend. */
    private boolean isOption(String name) {
        return caches.prefixes().values().stream().anyMatch(prefix -> name.startsWith(prefix + "options."));
    }

    private String nearest(String name, List<String> names) {
        List<String> candidates = new ArrayList<>(fixed);
        names.stream().filter(this::isKnown).forEach(candidates::add);
        candidates.addAll(pageRules(name));
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> EditDistance.between(name, candidate)))
                .orElseThrow();
    }

    /** What was meant where a page rule lacks its quotes or ends in a wrong word. */
    private static List<String> pageRules(String name) {
        String start = "cachette.pages.";
        int end = name.lastIndexOf('.');
        if (!name.startsWith(start) || end <= start.length()) {
            return List.of();
        }
        String target = name.substring(start.length(), end).replace("\"", "");
        return PageReader.OF_RULE.stream()
                .map(setting -> start + "\"" + target + "\"." + setting)
                .toList();
    }
}

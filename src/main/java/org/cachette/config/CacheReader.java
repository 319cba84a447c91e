package org.cachette.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cachette.KeyFunction;
import org.cachette.Timeout;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.Serializer;
import org.cachette.backend.dummy.DummyBackendFactory;

/** Reads the settings of caches. */
final class CacheReader {

    /** The settings of each cache, beside its options. */
    static final List<String> SETTINGS = List.of(
            "backend",
            "location",
            "timeout",
            "max-entries",
            "cull-frequency",
            "key-prefix",
            "version",
            "key-function",
            "on-error",
            "serializer",
            "compress-above");

    private final Source source;
    private final Plugins plugins;

    CacheReader(Source source, Plugins plugins) {
        this.source = source;
        this.plugins = plugins;
    }

    /** All caches; one that cannot be is a problem, and has a stand-in for what is wrong with it. */
    Map<String, CacheSettings> readAll(CacheNames names) {
        Map<String, CacheSettings> caches = new LinkedHashMap<>();
        names.prefixes().forEach((name, prefix) -> caches.put(name, read(name, prefix)));
        if (!names.names().contains(CacheNames.DEFAULT)) {
            source.problems()
                    .add("cachette.caches has " + String.join(", ", names.names())
                            + " but no cache named default: expected settings for it,"
                            + " such as cachette.caches.default.backend=memory");
        }
        return caches;
    }

    private CacheSettings read(String name, String prefix) {
        Optional<BackendFactory> backend = plugins.backend(
                prefix + "backend", source.text(prefix + "backend").orElse("memory"));
        Optional<Serializer> serializer = plugins.serializer(
                prefix + "serializer", source.text(prefix + "serializer").orElse("java"));
        Optional<KeyFunction> keyFunction = source.text(prefix + "key-function")
                .flatMap(className -> plugins.keyFunction(prefix + "key-function", className));
        String location = source.text(prefix + "location").orElse("");
        Timeout timeout = source.timeout(prefix + "timeout").orElse(Timeout.ofSeconds(300));
        int maxEntries = source.number(prefix + "max-entries", 1).orElse(300);
        int cullFrequency = source.number(prefix + "cull-frequency", 0).orElse(3);
        String keyPrefix = source.text(prefix + "key-prefix").orElse("");
        int version = source.number(prefix + "version", Integer.MIN_VALUE).orElse(1);
        OnError onError = onError(prefix + "on-error");
        int compressAbove = source.number(prefix + "compress-above", 0).orElse(CacheSettings.NEVER);
        Map<String, String> options =
                backend.map(made -> options(prefix + "options.", made)).orElse(Map.of());
        return new CacheSettings(
                name,
                backend.orElseGet(DummyBackendFactory::new),
                location,
                timeout,
                maxEntries,
                cullFrequency,
                keyPrefix,
                version,
                keyFunction,
                onError,
                serializer.orElseGet(plugins::defaultSerializer),
                compressAbove,
                options);
    }

    private OnError onError(String setting) {
        return source.parsed(setting, "miss or throw", text -> OnError.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(OnError.MISS);
    }

    /** Options that the backend knows are asked for by name as well, since the environment spells names its own way. */
    private Map<String, String> options(String prefix, BackendFactory backend) {
        Set<String> known = new TreeSet<>(backend.options());
        Map<String, String> options = new HashMap<>();
        known.forEach(option -> source.text(prefix + option).ifPresent(text -> options.put(option, text)));
        List<String> settings = known.stream().map(prefix::concat).toList();
        source.names()
                .filter(name -> name.startsWith(prefix) && !settings.contains(name))
                .filter(name -> !source.isFromEnvironment(name, settings))
                .forEach(name -> source.problems().add(unknownOption(name, known)));
        return options;
    }

    private static String unknownOption(String name, Set<String> known) {
        String expected = known.isEmpty() ? "none at all" : "one of " + String.join(", ", known);
        return name + " is no option of this backend: expected " + expected;
    }
}

package org.cachette.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.cachette.CacheConfigurationException;
import org.cachette.backend.Problems;
import org.eclipse.microprofile.config.Config;

/**
 * All settings of an application, {@code cachette.*}. Immutable, but for what backend factories, which it holds, keep.
 *
 * @param enabled false: every cache is a dummy and every page uncached
 * @param caches by name; {@code default} is always among them
 * @param pages the settings of page caching
 * @param signingKey with which the entries of all caches are signed; empty: they are not
 * @param warnings sentences about keys that are not settings, for the reader to log
 */
public record Settings(
        boolean enabled,
        Map<String, CacheSettings> caches,
        PageSettings pages,
        Optional<SecretKey> signingKey,
        List<String> warnings) {

    public Settings {
        caches = Collections.unmodifiableMap(new LinkedHashMap<>(caches));
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the settings. Classes are loaded by the thread's context class loader.
     *
     * @throws CacheConfigurationException with all problems in one message
     */
    public static Settings read(Config config) {
        Problems problems = new Problems();
        Settings settings = read(config, problems);
        problems.throwIfAny();
        return settings;
    }

    /**
     * Reads the settings and adds what is wrong with them to the problems. What is given then has defaults in place of
     * bad values, a dummy for a backend that cannot be: good for finding further problems, not for use.
     */
    public static Settings read(Config config, Problems problems) {
        ClassLoader loader = Objects.requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), Settings.class.getClassLoader());
        return new SettingsReader(new Source(config, problems), loader).read();
    }
}

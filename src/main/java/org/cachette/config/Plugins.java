package org.cachette.config;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cachette.CacheConfigurationException;
import org.cachette.KeyFunction;
import org.cachette.backend.AllowList;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.JavaSerializer;
import org.cachette.backend.JsonSerializer;
import org.cachette.backend.Problems;
import org.cachette.backend.Serializer;

/** Makes what settings name: our own backends and serializers by a word, the application's by class name. */
final class Plugins {

    private static final List<String> BACKENDS =
            List.of("memory", "file", "database", "memcached", "redis", "jcache", "tiered", "dummy");

    private final ClassLoader loader;
    private final AllowList allowed;
    private final Problems problems;
    private final Map<String, Optional<BackendFactory>> factories = new HashMap<>();

    Plugins(ClassLoader loader, AllowList allowed, Problems problems) {
        this.loader = loader;
        this.allowed = allowed;
        this.problems = problems;
    }

    /** The factory of those backends; the same one for each setting that names it. */
    Optional<BackendFactory> backend(String setting, String value) {
        String className = BACKENDS.contains(value) ? factoryOf(value) : value;
        Optional<BackendFactory> known = factories.get(className);
        if (known != null && known.isPresent()) {
            return known;
        }
        String words = BACKENDS.stream().filter(Plugins::isThere).collect(Collectors.joining(", "));
        Optional<BackendFactory> factory = instance(setting, value, className, BackendFactory.class, words + " or ");
        factories.put(className, factory);
        return factory;
    }

    /** The word is the package and, with a capital letter, the prefix of its classes. */
    private static String factoryOf(String word) {
        String prefix =
                word.equals("jcache") ? "JCache" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        return BackendFactory.class.getPackageName() + "." + word + "." + prefix + "BackendFactory";
    }

    private static boolean isThere(String word) {
        return Plugins.class.getClassLoader().getResource(factoryOf(word).replace('.', '/') + ".class") != null;
    }

    Optional<Serializer> serializer(String setting, String value) {
        return switch (value) {
            case "java" -> Optional.of(defaultSerializer());
            case "json" -> json(setting, value);
            default -> instance(setting, value, value, Serializer.class, "java, json or ");
        };
    }

    Serializer defaultSerializer() {
        return new JavaSerializer(allowed, loader);
    }

    private Optional<Serializer> json(String setting, String value) {
        try {
            return Optional.of(new JsonSerializer(allowed, loader));
        } catch (RuntimeException | LinkageError e) {
            problems.wrong(
                    setting,
                    value,
                    "a JSON-B implementation on the class path, such as org.eclipse:yasson (" + e + ")");
            return Optional.empty();
        }
    }

    Optional<KeyFunction> keyFunction(String setting, String className) {
        return instance(setting, className, className, KeyFunction.class, "");
    }

    private <T> Optional<T> instance(String setting, String value, String className, Class<T> type, String words) {
        String expected =
                words + "the class name of a " + type.getName() + " with a public constructor without arguments";
        try {
            Class<?> named = Class.forName(className, true, loader);
            return Optional.of(type.cast(named.getConstructor().newInstance()));
        } catch (InvocationTargetException e) {
            String better = e.getCause() instanceof CacheConfigurationException said
                    ? said.getMessage()
                    : expected + " (" + reason(e) + ")";
            problems.add(setting + " is \"" + value + "\": expected " + better, e);
            return Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            problems.add(setting + " is \"" + value + "\": expected " + expected + " (" + reason(e) + ")", e);
            return Optional.empty();
        }
    }

    /** The loader's or constructor's own words. */
    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof InvocationTargetException ? failure.getCause() : failure;
        return String.valueOf(cause);
    }
}

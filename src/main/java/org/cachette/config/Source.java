package org.cachette.config;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cachette.Timeout;
import org.cachette.backend.Problems;
import org.eclipse.microprofile.config.Config;

/** Reads single settings; a bad one is a problem, and is then as good as not set. */
record Source(Config config, Problems problems) {

    /** The names of all settings of ours, as their sources spell them. */
    Stream<String> names() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("cachette."))
                .sorted()
                .distinct();
    }

    /**
     * True for a name that some implementations make up of an environment variable, as {@code cachette.site.max.body}
     * of {@code CACHETTE_SITE_MAX_BODY}: the variable has set one of the known names.
     */
    boolean isFromEnvironment(String name, Collection<String> known) {
        String variable = variable(name);
        return known.stream()
                .anyMatch(other -> !other.equals(name)
                        && variable(other).equals(variable)
                        && text(other).isPresent());
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The value of a setting, without blanks around it; empty when it is not set or set to nothing. */
    Optional<String> text(String name) {
        try {
            return config.getOptionalValue(name, String.class)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        } catch (RuntimeException e) {
            problems.add(name + " cannot be read: " + e.getMessage(), e);
            return Optional.empty();
        }
    }

    /**
     * The value of a setting that nobody may see, in UTF-8; neither it nor the words of whoever cannot read it are in a
     * problem. That it is there without a value is one too: a variable that is missing must not switch it off.
     */
    Optional<byte[]> secret(String name, int least) {
        return secret(
                name,
                least,
                "expected a secret of at least " + least + " bytes, the same in all applications that share entries");
    }

    /** The same, with what is said to be right. */
    Optional<byte[]> secret(String name, int least, String expected) {
        try {
            Optional<byte[]> secret = config.getOptionalValue(name, String.class)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(text -> text.getBytes(StandardCharsets.UTF_8));
            if (secret.isEmpty() ? names().noneMatch(name::equals) : secret.get().length >= least) {
                return secret;
            }
            problems.add(name + (secret.isEmpty() ? " has no value: " : " is too short: ") + expected);
        } catch (RuntimeException e) {
            problems.add(name + " cannot be read: " + expected);
        }
        return Optional.empty();
    }

    Optional<Boolean> flag(String name) {
        return parsed(name, "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    Optional<Integer> number(String name, int least) {
        String bound = least == Integer.MIN_VALUE ? "" : " from " + least;
        return parsed(name, "a whole number" + bound, text -> {
            int number = Integer.parseInt(text);
            if (number < least) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    Optional<Timeout> timeout(String name) {
        return parsed(name, "seconds, an ISO-8601 duration such as PT10M, or \"forever\"", Timeouts::parse);
    }

    /** The value as the parser understands it, which throws when it does not. */
    <T> Optional<T> parsed(String name, String expected, Function<String, T> parser) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (RuntimeException e) {
                problems.wrong(name, text, expected);
                return Optional.empty();
            }
        });
    }
}

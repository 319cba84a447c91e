package org.cachette.backend.tiered;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.EmptyBackend;

/** Makes backends of the stores of two other caches, whose names {@code location} gives, the nearer first. */
public final class TieredBackendFactory implements BackendFactory {

    private static final Duration DEFAULT_NEAR_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_NEAR_TIMEOUT = Duration.ofDays(1);
    private static final String EXPECTED =
            "the names of two other caches, that with the copies first, such as \"near, far\"";

    @Override
    public Set<String> options() {
        return Set.of("near-timeout");
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        Duration nearTimeout = settings.options()
                .duration("near-timeout", ChronoUnit.SECONDS, LONGEST_NEAR_TIMEOUT, DEFAULT_NEAR_TIMEOUT);
        List<String> names = Arrays.stream(settings.location().split("[,;\\s]+", -1))
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.size() != 2 || names.get(0).equals(names.get(1))) {
            settings.problems().wrong(settings.setting("location"), settings.location(), EXPECTED);
            return new EmptyBackend();
        }
        Optional<Backend<?>> near = other(settings, names.get(0));
        Optional<Backend<?>> far = other(settings, names.get(1));
        return near.isPresent() && far.isPresent()
                ? tiered(near.get(), far.get(), names, nearTimeout, settings)
                : new EmptyBackend();
    }

    private static Optional<Backend<?>> other(BackendSettings settings, String name) {
        Optional<Backend<?>> found = settings.others().find(name);
        if (found.isEmpty()) {
            settings.problems()
                    .add(settings.setting("location") + " names \"" + name + "\": expected " + EXPECTED + "; \"" + name
                            + (name.equals(settings.cache())
                                    ? "\" is this cache itself"
                                    : "\" is not configured, or is itself made of this cache"));
        }
        return found;
    }

    private static <N, F> Backend<?> tiered(
            Backend<N> near, Backend<F> far, List<String> names, Duration nearTimeout, BackendSettings settings) {
        return new TieredBackend<>(
                new Near<>(near, settings.cache(), names.get(0), settings.clock(), nearTimeout),
                new Far<>(far, settings.cache(), names.get(1), settings.throwing()));
    }
}

package org.cachette.backend.jcache;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.cache.CacheManager;
import javax.cache.spi.CachingProvider;
import org.cachette.backend.BackendSettings;
import org.jspecify.annotations.Nullable;

/**
 * Chooses where caches come from: the provider that the options name; else the application's {@link CacheManager} bean,
 * which some servers give to each application; else the only provider on the class path. Caches of one provider and
 * configuration share it.
 */
final class Origins {

    static final Set<String> OPTIONS = Set.of("provider", "uri", "properties");

    private final Map<Choice, Origin> origins = new HashMap<>();

    private record Choice(String provider, ProviderOrigin.Configured configured) {}

    /** Null, with the problem noted, where there is none. */
    @Nullable
    Origin of(BackendSettings settings) {
        boolean chosen = OPTIONS.stream()
                .anyMatch(option -> settings.options().text(option).isPresent());
        try {
            Optional<CacheManager> bean =
                    chosen ? Optional.empty() : settings.beans().find(CacheManager.class);
            return bean.isPresent() ? new BeanOrigin(bean.get()) : provider(settings);
        } catch (RuntimeException e) {
            settings.problems()
                    .add(
                            settings.setting("backend") + " is \"jcache\", but the application's bean of type "
                                    + CacheManager.class.getName() + " cannot be had: expected one bean, or "
                                    + settings.setting("options.provider") + " (" + e + ")",
                            e);
            return null;
        }
    }

    private @Nullable Origin provider(BackendSettings settings) {
        ProviderOrigin.Configured configured =
                new ProviderOrigin.Configured(uri(settings), ProviderProperties.of(settings));
        Providers providers = new Providers(Objects.requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), Origins.class.getClassLoader()));
        Optional<String> named = settings.options().text("provider");
        Set<String> known = new TreeSet<>(providers.names());
        if (named.isEmpty() && known.size() != 1) {
            settings.problems().add(undecided(settings, known));
            return null;
        }
        Choice choice = new Choice(named.orElseGet(() -> known.iterator().next()), configured);
        Origin origin = origins.get(choice);
        if (origin == null) {
            CachingProvider provider = providers.make(choice.provider(), settings);
            if (provider == null) {
                return null;
            }
            origin = new ProviderOrigin(provider, configured);
            origins.put(choice, origin);
        }
        return origin;
    }

    private static String undecided(BackendSettings settings, Set<String> known) {
        return known.isEmpty()
                ? settings.setting("backend") + " is \"jcache\", but there is neither a bean of type "
                        + CacheManager.class.getName() + " nor a JCache provider on the class path: add one, such as "
                        + Providers.EXAMPLES
                : settings.setting("options.provider") + " is not set, but there are several JCache providers on the"
                        + " class path and no bean of type " + CacheManager.class.getName() + ": expected one of "
                        + String.join(", ", known);
    }

    private static @Nullable URI uri(BackendSettings settings) {
        Optional<String> text = settings.options().text("uri");
        try {
            return text.map(URI::create).orElse(null);
        } catch (IllegalArgumentException e) {
            settings.problems().wrong(settings.setting("options.uri"), text.orElse(""), "the URI of a configuration");
            return null;
        }
    }
}

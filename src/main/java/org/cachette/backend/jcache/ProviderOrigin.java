package org.cachette.backend.jcache;

import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.cache.CacheManager;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * A provider of which we have an instance of our own, whose cache manager is closed when none of our caches uses it any
 * more. Not from {@link javax.cache.Caching}, which would keep it, and with it the application's classes, for ever where
 * the server brings JCache along. The provider's own class loader will do: it is to load nothing of ours.
 */
final class ProviderOrigin extends Origin {

    private final CachingProvider provider;
    private final Configured configured;
    private final Set<Connection> users = new HashSet<>();
    private @Nullable CacheManager manager;

    ProviderOrigin(CachingProvider provider, Configured configured) {
        this.provider = provider;
        this.configured = configured;
    }

    /**
     * What a provider is started with.
     *
     * @param uri null: the provider's own default
     * @param properties handed to the provider
     */
    record Configured(@Nullable URI uri, Map<String, String> properties) {}

    @Override
    CacheManager open(Connection user) {
        CacheManager open = manager;
        if (open == null || open.isClosed()) {
            Properties properties = new Properties();
            properties.putAll(configured.properties());
            open = provider.getCacheManager(configured.uri(), null, properties);
            manager = open;
        }
        users.add(user);
        return open;
    }

    @Override
    void release(Connection user) {
        CacheManager open = manager;
        if (users.remove(user) && users.isEmpty() && open != null) {
            manager = null;
            open.close();
        }
    }
}

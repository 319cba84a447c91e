package org.cachette.backend.redis;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.cachette.CacheConfigurationException;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;

/** Makes backends on Redis; {@code location} names the servers. */
public final class RedisBackendFactory implements BackendFactory {

    private static final String DRIVER = "redis.clients.jedis.Connection";

    private static final Duration DEFAULT_LIMIT = Duration.ofMillis(250);
    private static final Duration LONGEST_LIMIT = Duration.ofMinutes(1);

    /**
     * Makes nothing yet.
     *
     * @throws CacheConfigurationException when Jedis is not on the class path
     */
    public RedisBackendFactory() {
        try {
            Class.forName(DRIVER, false, RedisBackendFactory.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new CacheConfigurationException(
                    "the driver Jedis on the class path: add the dependency redis.clients:jedis:8.0.2", e);
        }
    }

    @Override
    public Set<String> options() {
        return Set.of(
                "user",
                "password",
                "database",
                "tls",
                "tls-ca",
                "pool-size",
                "time-limit",
                "cluster",
                "sentinel",
                "sentinel-user",
                "sentinel-password",
                "announce-changes");
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        Duration limit = settings.options().duration("time-limit", ChronoUnit.MILLIS, LONGEST_LIMIT, DEFAULT_LIMIT);
        Servers servers = new Servers(settings);
        Topology topology = servers.topology();
        WireKeys wireKeys = new WireKeys(settings.keyPrefix(), settings.keyFunction());
        Announcements announcements = new Announcements(servers.database());
        Subscription subscription = new Subscription(settings.cache(), wireKeys, topology, announcements, limit);
        boolean announcing = settings.options().flag("announce-changes", false);
        return new RedisBackend(
                settings.values(),
                settings.clock(),
                wireKeys,
                new Store(wireKeys, topology, announcements, subscription, announcing, limit));
    }
}

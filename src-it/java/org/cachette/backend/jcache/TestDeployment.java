package org.cachette.backend.jcache;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.cachette.CacheConfigurationException;
import org.cachette.backend.Configs;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;

/** An application with one cache in JCache; gives what is said when it is deployed. */
public final class TestDeployment implements Callable<String> {

    @Override
    public String call() {
        Settings settings = Settings.read(Configs.of("cachette.caches.default.backend", "jcache"));
        try (NamedCaches caches = new NamedCaches(settings, InstantSource.system())) {
            return "deployed " + caches.names();
        } catch (CacheConfigurationException e) {
            return String.valueOf(e.getMessage());
        }
    }
}

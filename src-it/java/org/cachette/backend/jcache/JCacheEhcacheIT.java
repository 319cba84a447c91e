package org.cachette.backend.jcache;

import java.util.Map;
import org.cachette.backend.BackendContract;

/** The contract on Ehcache, signed and compressed. */
final class JCacheEhcacheIT extends BackendContract {

    @Override
    protected Map<String, String> applicationSettings() {
        return Map.of("cachette.serializer.secret", "0123456789abcdef");
    }

    @Override
    protected Map<String, String> backendSettings() {
        return Map.of(
                "backend",
                "jcache",
                "compress-above",
                "100",
                "options.time-limit",
                "PT30S",
                "options.provider",
                "org.ehcache.jsr107.EhcacheCachingProvider");
    }
}

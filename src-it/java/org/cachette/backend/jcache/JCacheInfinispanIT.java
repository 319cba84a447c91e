package org.cachette.backend.jcache;

import java.util.Map;
import org.cachette.backend.BackendContract;

/** The contract on Infinispan in this process. */
final class JCacheInfinispanIT extends BackendContract {

    @Override
    protected Map<String, String> backendSettings() {
        return Map.of("backend", "jcache", "options.provider", "org.infinispan.jcache.embedded.JCachingProvider");
    }
}

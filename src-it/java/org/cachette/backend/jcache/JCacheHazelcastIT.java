package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.cache.CacheManager;
import org.cachette.backend.BackendContract;
import org.cachette.backend.Beans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The contract on two members, of which the application has one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JCacheHazelcastIT extends BackendContract {

    private final HazelcastMembers members = HazelcastMembers.of(2);
    private final CacheManager manager = members.manager(0);

    @AfterAll
    void stopTheMembers() {
        assertThat(manager.isClosed()).isFalse();
        members.close();
    }

    @Override
    protected Beans beans() {
        return TestCaches.only(manager);
    }

    @Override
    protected Map<String, String> backendSettings() {
        return Map.of("backend", "jcache", "location", "entries", "options.time-limit", "PT30S");
    }
}

package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.CacheConfigurationException;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every backend says of settings that cannot be meant so. */
final class WrongSettingsTest {

    private static NamedCaches deploy(String backend, String setting, String value) {
        Map<String, String> properties = new TreeMap<>(
                Map.of("cachette.caches.default.backend", backend, "cachette.caches.default." + setting, value));
        return new NamedCaches(Settings.read(Configs.of(properties)), InstantSource.system());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "file", "database", "memcached", "redis", "jcache", "tiered", "dummy"})
    void anOptionThatIsNotTheBackendsOwnFailsTheDeployment(String backend) {
        assertThatThrownBy(() -> deploy(backend, "options.sharevalues", "true"))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining(
                        "cachette.caches.default.options.sharevalues is no option of this backend:" + " expected ");
    }

    @ParameterizedTest
    @CsvSource({
        "memory, options.max-bytes, a whole number",
        "memory, options.share-values, true or false",
        "file, options.max-entry-bytes, a whole number",
        "file, options.time-limit, a whole number",
        "file, location, the absolute path",
        "database, options.create-table, true or false",
        "database, options.connections, a whole number",
        "database, options.time-limit, milliseconds",
        "memcached, options.time-limit, milliseconds",
        "memcached, options.max-item, a whole number",
        "redis, options.pool-size, a whole number",
        "redis, options.time-limit, milliseconds",
        "redis, options.cluster, true or false",
        "tiered, options.near-timeout, seconds",
    })
    void anOptionThatCannotBeReadIsSaidWithWhatWouldBeRight(String backend, String setting, String expected) {
        assertThatThrownBy(() -> deploy(backend, setting, "!?"))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("cachette.caches.default." + setting + " is \"!?\": expected")
                .hasMessageContaining(expected);
    }

    @Test
    void aBackendThatIsNoClassIsSaid() {
        assertThatThrownBy(() -> deploy("com.acme.Nowhere", "timeout", "1"))
                .isInstanceOf(CacheConfigurationException.class)
                .satisfies(e -> assertThat(e.getMessage())
                        .contains("cachette.caches.default.backend is \"com.acme.Nowhere\": expected"));
    }
}

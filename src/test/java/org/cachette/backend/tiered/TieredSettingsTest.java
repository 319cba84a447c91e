package org.cachette.backend.tiered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.Cache;
import org.cachette.CacheConfigurationException;
import org.cachette.Timeout;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

/** Settings of a tiered cache over two in memory, and how long copies live. */
final class TieredSettingsTest {

    private final ManualClock clock = new ManualClock();

    private NamedCaches caches(String... settings) {
        Map<String, String> properties = new TreeMap<>(Map.of(
                "cachette.caches.default.backend", "tiered",
                "cachette.caches.default.location", "near,far",
                "cachette.caches.near.backend", "memory",
                "cachette.caches.near.location", "near",
                "cachette.caches.far.backend", "memory",
                "cachette.caches.far.location", "far"));
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("cachette.caches." + settings[i], settings[i + 1]);
        }
        return new NamedCaches(Settings.read(Configs.of(properties)), clock);
    }

    private void assertProblem(String sentence, String... settings) {
        assertThatThrownBy(() -> caches(settings))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void twoNamesAreExpected() {
        for (String wrong : new String[] {"near", "near,far,near", "near,near", " "}) {
            assertProblem(
                    "expected the names of two other caches, that with the copies first, such as \"near, far\"",
                    "default.location",
                    wrong);
        }
    }

    @Test
    void namesHaveToBeThoseOfOtherCaches() {
        assertProblem(
                "cachette.caches.default.location names \"farther\": expected the names of two other caches, that with"
                        + " the copies first, such as \"near, far\"; \"farther\" is not configured",
                "default.location",
                "near,farther");
        assertProblem("\"default\" is this cache itself", "default.location", "near,default");
        assertProblem(
                "cachette.caches.second.location names \"default\"",
                "default.location",
                "near,second",
                "second.backend",
                "tiered",
                "second.location",
                "near,default");
    }

    @Test
    void theNearTimeoutIsSecondsOrADuration() {
        assertProblem("options.near-timeout is \"soon\": expected seconds", "default.options.near-timeout", "soon");
        assertProblem("options.near-timeout is \"0\": expected seconds", "default.options.near-timeout", "0");
    }

    @Test
    void aCopyLivesNoLongerThanTheNearTimeout() {
        try (NamedCaches caches = caches("default.options.near-timeout", "10")) {
            Cache cache = caches.getDefault();
            cache.set("key", "old");
            caches.get("far").set("key", "new");

            clock.pass(Duration.ofSeconds(9));
            assertThat(cache.get("key")).contains("old");
            clock.pass(Duration.ofSeconds(1));
            assertThat(cache.get("key")).contains("new");
        }
    }

    @Test
    void aCopyLivesNoLongerThanItsEntry() {
        try (NamedCaches caches = caches()) {
            Cache cache = caches.getDefault();
            cache.set("key", "value", Timeout.ofSeconds(4));

            clock.pass(Duration.ofSeconds(3));
            assertThat(cache.get("key")).contains("value"); // a copy was made when it was set
            assertThat(cache.getMany(List.of("key"))).hasSize(1);
            clock.pass(Duration.ofSeconds(1));
            assertThat(cache.get("key")).isEmpty();
        }
    }

    @Test
    void aTieredCacheMayBeMadeOfATieredOne() {
        try (NamedCaches caches = caches(
                "default.location",
                "nearest,both",
                "nearest.backend",
                "memory",
                "nearest.location",
                "nearest",
                "both.backend",
                "tiered",
                "both.location",
                "near,far")) {
            caches.getDefault().set("key", "value");

            assertThat(caches.getDefault().get("key")).contains("value");
            assertThat(caches.get("both").get("key")).contains("value");
            assertThat(caches.get("far").get("key")).contains("value");
        }
    }
}

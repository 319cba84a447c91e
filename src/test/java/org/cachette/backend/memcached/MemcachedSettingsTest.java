package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.cachette.CacheConfigurationException;
import org.cachette.backend.Configs;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

final class MemcachedSettingsTest {

    private static NamedCaches caches(String setting, String value) {
        return new NamedCaches(
                Settings.read(Configs.of(
                        "cachette.caches.default.backend", "memcached", "cachette.caches.default." + setting, value)),
                InstantSource.system());
    }

    @Test
    void aBadServerIsTold() {
        assertThatThrownBy(() -> caches("location", "localhost,local:host"))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessage("cachette.caches.default.location is \"localhost,local:host\": expected servers such as"
                        + " 127.0.0.1:11211, [::1]:11211 or unix:/run/memcached.sock, separated by commas, semicolons"
                        + " or blanks (not \"local:host\")");
    }

    @Test
    void aBadTimeLimitIsTold() {
        for (String text : new String[] {"soon", "0", "PT2M", "-5"}) {
            assertThatThrownBy(() -> caches("options.time-limit", text))
                    .hasMessage("cachette.caches.default.options.time-limit is \"" + text
                            + "\": expected milliseconds, or an ISO-8601 duration such as PT0.25S, from 1 ms to"
                            + " PT1M");
        }
    }

    @Test
    void timeLimitsAreMillisecondsOrDurations() {
        assertThatCode(() -> caches("options.time-limit", "100").close()).doesNotThrowAnyException();
        assertThatCode(() -> caches("options.time-limit", "PT0.1S").close()).doesNotThrowAnyException();
    }

    @Test
    void aBadLimitOfItemsIsTold() {
        assertThatThrownBy(() -> caches("options.max-item", "10"))
                .hasMessage("cachette.caches.default.options.max-item is \"10\": expected a whole number from 1024");
        assertThatThrownBy(() -> caches("options.max-item", "9999999999"))
                .hasMessageContaining("expected bytes, at most 1073741824");
    }

    @Test
    void anOptionOfAnotherBackendIsTold() {
        assertThatThrownBy(() -> caches("options.max-bytes", "10"))
                .hasMessageContaining("expected one of max-item, time-limit");
    }
}

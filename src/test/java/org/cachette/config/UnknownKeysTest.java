package org.cachette.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.backend.Configs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnknownKeysTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "cachette.caches.default.timout, cachette.caches.default.timeout",
                "cachette.caches.default.maxEntries, cachette.caches.default.max-entries",
                "cachette.cache.default.timeout, cachette.caches.default.timeout",
                "cachette.enable, cachette.enabled",
                "cachette.site.keyprefix, cachette.site.key-prefix",
                "cachette.serialiser.allow, cachette.serializer.allow",
                "cachette.pages./foo.timeout, 'cachette.pages.\"/foo\".timeout'",
                "cachette.site.ignored-query, cachette.site.ignore-query",
                "cachette.site.vary-cookie, cachette.site.vary-cookies",
                "'cachette.pages.\"/foo\".only-querry', 'cachette.pages.\"/foo\".only-query'",
                "'cachette.pages.\"/foo\".timeuot', 'cachette.pages.\"/foo\".timeout'"
            })
    void anUnknownKeyIsWarnedAboutWithTheNearestKnownOne(String unknown, String nearest) {
        Settings settings = Settings.read(Configs.of(unknown, "1"));

        assertThat(settings.warnings()).containsExactly(unknown + " is not a setting: did you mean " + nearest + "?");
    }

    @Test
    void settingsOfOthersAreNoneOfOurs() {
        assertThat(Settings.read(Configs.of("cachett.enabled", "1", "cachettes.x", "1"))
                        .warnings())
                .isEmpty();
    }
}

package org.cachette.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.cachette.Timeout;
import org.cachette.backend.Configs;
import org.cachette.backend.JsonSerializer;
import org.cachette.backend.memory.MemoryBackendFactory;
import org.cachette.http.Heuristic;
import org.cachette.http.ReuseRules;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What good settings are read as. */
final class SettingsTest {

    private static CacheSettings theDefault(String setting, String value) {
        return cache(Settings.read(Configs.of("cachette.caches.default." + setting, value)), "default");
    }

    private static CacheSettings cache(Settings settings, String name) {
        return Objects.requireNonNull(settings.caches().get(name));
    }

    @Test
    @Tag("DJ-CFG-02")
    @Tag("DJ-CFG-08")
    @Tag("DJ-CFG-10")
    @Tag("DJ-CFG-13")
    @Tag("DJ-CFG-14")
    @Tag("DJ-CFG-16")
    @Tag("DJ-CFG-21")
    void withNothingConfiguredThereIsOneCacheInMemory() {
        Settings settings = Settings.read(Configs.of());

        assertThat(settings.enabled()).isTrue();
        assertThat(settings.warnings()).isEmpty();
        assertThat(settings.caches()).containsOnlyKeys("default");
        CacheSettings cache = cache(settings, "default");
        assertThat(cache.backend()).isInstanceOf(MemoryBackendFactory.class);
        assertThat(cache.location()).isEmpty();
        assertThat(cache.timeout()).isEqualTo(Timeout.ofSeconds(300));
        assertThat(cache.maxEntries()).isEqualTo(300);
        assertThat(cache.cullFrequency()).isEqualTo(3);
        assertThat(cache.keyPrefix()).isEmpty();
        assertThat(cache.version()).isEqualTo(1);
        assertThat(cache.onError()).isEqualTo(OnError.MISS);
        assertThat(settings.pages())
                .isEqualTo(new PageSettings(
                        false,
                        "default",
                        Optional.of(Timeout.ofSeconds(600)),
                        "",
                        1048576,
                        false,
                        StatusSettings.NEVER,
                        Duration.ofSeconds(10),
                        new ReuseSettings(
                                ReuseRules.PLAIN.withTargets(List.of("Cachette-Cache-Control")),
                                Heuristic.OFF,
                                Duration.ofHours(1)),
                        65536,
                        false,
                        false,
                        false,
                        false,
                        false,
                        KeySettings.WHOLE,
                        Map.of()));
    }

    @Test
    @Tag("DJ-CFG-01")
    @Tag("DJ-CFG-18")
    void everySettingOfACacheIsRead() {
        CacheSettings pages = cache(
                Settings.read(Configs.of(
                        "cachette.caches.default.backend", "memory",
                        "cachette.caches.pages.backend", "memory",
                        "cachette.caches.pages.location", "elsewhere",
                        "cachette.caches.pages.timeout", "60",
                        "cachette.caches.pages.max-entries", "5000",
                        "cachette.caches.pages.cull-frequency", "0",
                        "cachette.caches.pages.key-prefix", "site1",
                        "cachette.caches.pages.version", "7",
                        "cachette.caches.pages.on-error", "throw",
                        "cachette.caches.pages.serializer", "json",
                        "cachette.caches.pages.options.share-values", "true")),
                "pages");

        assertThat(pages.name()).isEqualTo("pages");
        assertThat(pages.location()).isEqualTo("elsewhere");
        assertThat(pages.timeout()).isEqualTo(Timeout.ofSeconds(60));
        assertThat(pages.maxEntries()).isEqualTo(5000);
        assertThat(pages.cullFrequency()).isZero();
        assertThat(pages.keyPrefix()).isEqualTo("site1");
        assertThat(pages.version()).isEqualTo(7);
        assertThat(pages.onError()).isEqualTo(OnError.THROW);
        assertThat(pages.serializer()).isInstanceOf(JsonSerializer.class);
        assertThat(pages.options()).isEqualTo(Map.of("share-values", "true"));
    }

    @Test
    @Tag("DJ-CFG-11")
    @Tag("DJ-CFG-12")
    void timeoutsAreSecondsOrDurationsOrForEver() {
        assertThat(theDefault("timeout", "1").timeout()).isEqualTo(Timeout.ofSeconds(1));
        assertThat(theDefault("timeout", "0.5").timeout()).isEqualTo(Timeout.of(Duration.ofMillis(500)));
        assertThat(theDefault("timeout", "PT5M").timeout()).isEqualTo(Timeout.ofSeconds(300));
        assertThat(theDefault("timeout", "p1d").timeout()).isEqualTo(Timeout.of(Duration.ofDays(1)));
        assertThat(theDefault("timeout", "forever").timeout()).isEqualTo(Timeout.FOREVER);
        assertThat(theDefault("timeout", "0").timeout()).isEqualTo(Timeout.NONE);
    }

    @Test
    void theSettingsOfPagesAreRead() throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader("""
                cachette.site.enabled=true
                cachette.site.timeout=response
                cachette.site.key-prefix=s
                cachette.site.max-body=1000
                cachette.site.store-set-cookie=true
                cachette.site.wait=1.5
                cachette.site.request-directives=true
                cachette.site.heuristic=true
                cachette.site.stale-while-revalidate=30
                cachette.site.stale-if-error=PT1H
                cachette.site.keep-stale=0
                cachette.site.targets=Acme-Cache-Control, CDN-Cache-Control
                cachette.caches.default.timeout=60
                cachette.caches.pages.timeout=60
                cachette.site.cache=pages
                cachette.pages."/foo/{id}".timeout=900
                cachette.pages."/foo/{id}".cache=pages
                cachette.pages."com.acme.ArticleResource/article".key-prefix=a
                """));
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();

        Settings settings = Settings.read(config);

        assertThat(settings.warnings()).isEmpty();
        assertThat(settings.pages())
                .isEqualTo(new PageSettings(
                        true,
                        "pages",
                        Optional.empty(),
                        "s",
                        1000,
                        true,
                        StatusSettings.NEVER,
                        Duration.ofMillis(1500),
                        new ReuseSettings(
                                new ReuseRules(
                                        List.of("Acme-Cache-Control", "CDN-Cache-Control"),
                                        true,
                                        Duration.ofSeconds(30),
                                        Duration.ofHours(1)),
                                Heuristic.TENTH,
                                Duration.ZERO),
                        65536,
                        false,
                        false,
                        false,
                        false,
                        false,
                        KeySettings.WHOLE,
                        Map.of(
                                "/foo/{id}",
                                new PageRule(
                                        Optional.of(Timeout.ofSeconds(900)),
                                        Optional.of("pages"),
                                        Optional.empty(),
                                        KeySettings.WHOLE),
                                "com.acme.ArticleResource/article",
                                new PageRule(
                                        Optional.empty(), Optional.empty(), Optional.of("a"), KeySettings.WHOLE))));
    }

    @Test
    void aRuleSaysWhatTellsItsPagesApartAndIsSilentWhereTheSiteHolds() {
        PageSettings pages = Settings.read(Configs.of(
                        "cachette.site.ignore-query", "utm_*, gclid",
                        "cachette.site.vary-cookies", "member",
                        "cachette.pages.\"/foo\".only-query", "page, a[]",
                        "cachette.pages.\"/foo\".sort-query", "true"))
                .pages();

        assertThat(pages.keys())
                .isEqualTo(new KeySettings(false, List.of("utm_*", "gclid"), List.of(), List.of("member")));
        assertThat(pages.rules().get("/foo"))
                .extracting(PageRule::keys)
                .isEqualTo(new KeySettings(true, List.of("utm_*", "gclid"), List.of("page", "a[]"), List.of("member")));
    }

    @Test
    void aCacheNameWithDotsIsWrittenInQuotes() {
        Settings settings = Settings.read(Configs.of(
                "cachette.caches.default.timeout", "1",
                "cachette.caches.\"com.acme.pages\".timeout", "2",
                "cachette.caches.\"com.acme.pages\".options.share-values", "true"));

        assertThat(settings.caches()).containsOnlyKeys("com.acme.pages", "default");
        assertThat(cache(settings, "com.acme.pages").timeout()).isEqualTo(Timeout.ofSeconds(2));
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void theEnvironmentSetsKnownKeys() {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "CACHETTE_CACHES_DEFAULT_TIMEOUT", "7",
                                "CACHETTE_CACHES_DEFAULT_OPTIONS_SHARE_VALUES", "true",
                                "CACHETTE_SITE_MAX_BODY", "9"),
                        300))
                .withSources(new PropertiesConfigSource(Map.of("cachette.caches.pages.timeout", "5"), "test", 100))
                .build();

        Settings settings = Settings.read(config);

        assertThat(settings.warnings()).isEmpty();
        assertThat(cache(settings, "default").timeout()).isEqualTo(Timeout.ofSeconds(7));
        assertThat(cache(settings, "default").options()).isEqualTo(Map.of("share-values", "true"));
        assertThat(settings.pages().maxBody()).isEqualTo(9);
    }

    @Test
    void cachesOfOneKindOfBackendShareItsFactory() {
        Settings settings = Settings.read(Configs.of(
                "cachette.caches.default.backend", "memory",
                "cachette.caches.other.backend", "memory"));

        assertThat(cache(settings, "default").backend())
                .isSameAs(cache(settings, "other").backend());
    }
}

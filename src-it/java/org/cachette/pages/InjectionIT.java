package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.cachette.AsyncCache;
import org.cachette.Cache;
import org.cachette.CacheConfigurationException;
import org.cachette.Caches;
import org.cachette.CurrentResponse;
import org.cachette.Timeout;
import org.cachette.annotation.CacheName;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What applications inject. */
@Tag("ee11")
final class InjectionIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.caches.default.location", "one", "cachette.caches.special.location", "two"),
                Wired.class,
                ByConstructor.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aCacheWithoutANameIsTheDefaultOne() {
        assertThat(wired().cache.name()).isEqualTo("default");
        assertThat(server.bean(Cache.class).name()).isEqualTo("default");
    }

    @Test
    void aCacheIsInjectedByItsName() {
        assertThat(wired().special.name()).isEqualTo("special");
        assertThat(server.bean(ByConstructor.class).special.name()).isEqualTo("special");
    }

    @Test
    void theDefaultCacheHasANameToo() {
        assertThat(wired().named.name()).isEqualTo("default");
    }

    @Test
    @Tag("DJ-CFG-05")
    void injectedAndLookedUpCachesShareTheirEntries() {
        wired().special.set("shared", "value");

        assertThat(server.bean(Caches.class).get("special").get("shared")).contains("value");
        assertThat(wired().cache.get("shared")).isEmpty();
    }

    @Test
    void aNameCanBeChosenInCode() {
        Instance<Cache> any = wired().any;

        assertThat(any.select(CacheName.Literal.of("special")).get().name()).isEqualTo("special");
        assertThat(any.select(CacheName.Literal.of("default")).get().name()).isEqualTo("default");
    }

    @Test
    void anUnknownNameChosenInCodeIsAnErrorThatNamesTheKnownOnes() {
        assertThatThrownBy(() ->
                        wired().any.select(CacheName.Literal.of("nowhere")).get())
                .hasStackTraceContaining(CacheConfigurationException.class.getName())
                .hasStackTraceContaining("no cache is named \"nowhere\": expected one of default, special");
    }

    @Test
    void namesAreThoseOfTheSettings() {
        assertThat(server.bean(Caches.class).names()).containsExactlyInAnyOrder("default", "special");
    }

    @Test
    @Tag("DJ-ASYNC-01")
    void theAsynchronousViewIsOfTheSameCache() {
        AsyncCache async = wired().special.async();
        async.set("later", "value").toCompletableFuture().join();

        assertThat(async.name()).isEqualTo("special");
        assertThat(wired().special.get("later")).contains("value");
    }

    @Test
    void theApplicationsOwnClockIsUsed() {
        wired().cache.set("short", "value", Timeout.ofSeconds(10));
        server.bean(SettableClock.class).advance(Duration.ofSeconds(9));
        assertThat(wired().cache.get("short")).contains("value");

        server.bean(SettableClock.class).advance(Duration.ofSeconds(1));
        assertThat(wired().cache.get("short")).isEmpty();
    }

    @Test
    void withoutAnInstantSourceBeanTheSystemsClockIsUsed() {
        stop();
        try (EmbeddedServer plain = EmbeddedServer.start(Map.of())) {
            plain.bean(Cache.class).set("key", "value", Timeout.ofSeconds(600));

            assertThat(plain.bean(Cache.class).get("key")).contains("value");
        } finally {
            start();
        }
    }

    @Test
    void theCurrentResponseCanBeInjectedAnywhere() {
        assertThat(wired().response).isNotNull();
    }

    private static Wired wired() {
        return server.bean(Wired.class);
    }

    @Dependent
    public static class Wired {

        @Inject
        Cache cache;

        @Inject
        @CacheName("special")
        Cache special;

        @Inject
        @CacheName("default")
        Cache named;

        @Inject
        @Any
        Instance<Cache> any;

        @Inject
        CurrentResponse response;
    }

    @Dependent
    public static class ByConstructor {

        final Cache special;

        @Inject
        ByConstructor(@CacheName("special") Cache special) {
            this.special = special;
        }
    }
}

package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cachette.CacheConfigurationException;
import org.cachette.backend.Beans;
import org.cachette.backend.Configs;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of settings that cannot work, and which provider is taken of those that are there. */
final class JCacheSettingsIT {

    private static final String PROVIDER = "cachette.caches.default.options.provider";
    private static final String EHCACHE = "org.ehcache.jsr107.EhcacheCachingProvider";

    private static AbstractThrowableAssert<?, ?> deploying(Beans beans, String... settings) {
        return assertThatThrownBy(() -> TestCaches.of(beans, InstantSource.system(), settings))
                .isInstanceOf(CacheConfigurationException.class);
    }

    @Test
    void severalProvidersWithoutAChoiceAreNamed() {
        deploying(Beans.NONE)
                .hasMessage(PROVIDER + " is not set, but there are several JCache providers on the class path and no"
                        + " bean of type javax.cache.CacheManager: expected one of"
                        + " com.hazelcast.cache.HazelcastCachingProvider, " + EHCACHE
                        + ", org.infinispan.jcache.embedded.JCachingProvider");
    }

    @Test
    void aProviderThatIsNoClass() {
        deploying(Beans.NONE, "options.provider", "com.acme.Nothing")
                .hasMessageStartingWith(PROVIDER + " is \"com.acme.Nothing\": expected the class name of a"
                        + " javax.cache.spi.CachingProvider, such as com.hazelcast.cache.HazelcastCachingProvider, ")
                .hasMessageEndingWith("(java.lang.ClassNotFoundException: com.acme.Nothing)");
    }

    @Test
    void aProviderThatIsAnotherClass() {
        deploying(Beans.NONE, "options.provider", "java.lang.Object")
                .hasMessageStartingWith(PROVIDER + " is \"java.lang.Object\"");
    }

    @Test
    void aConfigurationThatIsNoUriAndPropertiesThatAreNone() {
        deploying(
                        Beans.NONE,
                        "options.provider",
                        EHCACHE,
                        "options.uri",
                        "not a uri",
                        "options.properties",
                        "a=1,b, c = 2")
                .hasMessageContaining("cachette.caches.default.options.uri is \"not a uri\": expected the URI of a")
                .hasMessageContaining("cachette.caches.default.options.properties is \"b\": expected name=value");
    }

    @Test
    void anUnknownOption() {
        deploying(Beans.NONE, "options.providre", EHCACHE)
                .hasMessageContaining("expected one of properties, provider, time-limit, uri");
    }

    @Test
    void aTimeLimitThatIsNone() {
        deploying(Beans.NONE, "options.provider", EHCACHE, "options.time-limit", "soon")
                .hasMessageStartingWith(
                        "cachette.caches.default.options.time-limit is \"soon\": expected milliseconds, or an ISO-8601"
                                + " duration such as PT0.25S, from 0 ms to PT1M");
    }

    @Test
    void aBeanThatCannotBeHad() {
        Beans several = new Beans() {
            @Override
            public <T> Optional<T> find(Class<T> type, Annotation... qualifiers) {
                throw new IllegalStateException("ambiguous");
            }
        };

        deploying(several)
                .hasMessageStartingWith("cachette.caches.default.backend is \"jcache\", but the application's bean")
                .hasMessageContaining("ambiguous");
    }

    @Test
    void aProviderThatIsChosenIsTakenAlsoWhereThereIsABean() throws Exception {
        try (HazelcastMembers members = HazelcastMembers.of(1);
                NamedCaches bean = TestCaches.of(members.manager(0));
                NamedCaches chosen = TestCaches.of(
                        TestCaches.only(members.manager(0)), InstantSource.system(), "options.provider", EHCACHE)) {
            bean.getDefault().set("key", "value");

            assertThat(chosen.getDefault().get("key")).isEmpty();
        }
    }

    @Test
    void cachesOfOneProviderShareItsStoresByLocation() {
        try (NamedCaches caches = new NamedCaches(
                Settings.read(Configs.of(
                        "cachette.caches.default.backend", "jcache",
                        "cachette.caches.default.options.provider", EHCACHE,
                        "cachette.caches.default.options.time-limit", "PT30S",
                        "cachette.caches.same.backend", "jcache",
                        "cachette.caches.same.options.provider", EHCACHE,
                        "cachette.caches.same.options.time-limit", "PT30S",
                        "cachette.caches.other.backend", "jcache",
                        "cachette.caches.other.location", "elsewhere",
                        "cachette.caches.other.options.provider", EHCACHE,
                        "cachette.caches.other.options.time-limit", "PT30S")),
                InstantSource.system())) {
            caches.get("default").set("key", "value");

            assertThat(caches.get("same").get("key")).contains("value");
            assertThat(caches.get("other").get("key")).isEmpty();
            caches.get("same").close();
            assertThat(caches.get("default").get("key")).contains("value");
        }
    }

    @AfterEach
    void resetTheLoader() {
        Thread.currentThread().setContextClassLoader(JCacheSettingsIT.class.getClassLoader());
    }

    @Test
    void withoutJCacheTheMessageSaysWhatToAdd() throws Exception {
        ClassLoader driverless = new DriverlessLoader(JCacheSettingsIT.class.getClassLoader());

        Object deployment = driverless
                .loadClass(TestDeployment.class.getName())
                .getConstructor()
                .newInstance();
        Thread.currentThread().setContextClassLoader(driverless);

        assertThat(((Callable<?>) deployment).call())
                .isEqualTo("cachette.caches.default.backend is \"jcache\": expected JCache on the class path, add"
                        + " javax.cache:cache-api:1.1.1 and a provider, such as com.hazelcast:hazelcast,"
                        + " org.infinispan:infinispan-jcache or org.ehcache:ehcache");
    }
}

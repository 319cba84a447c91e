package org.cachette.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cachette.CacheConfigurationException;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Wrong settings fail the deployment with a sentence; no server is asked. */
final class RedisSettingsTest {

    private static NamedCaches caches(String... settings) {
        Map<String, String> properties = new TreeMap<>(Map.of("cachette.caches.default.backend", "redis"));
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("cachette.caches.default." + settings[i], settings[i + 1]);
        }
        return new NamedCaches(Settings.read(Configs.of(properties)), new ManualClock());
    }

    private static void assertProblem(String sentence, String... settings) {
        assertThatThrownBy(() -> caches(settings))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("secret");
    }

    @Test
    @Tag("DJ-REDIS-01")
    void locationsThatAreNoneAreNamedWithoutTheirPasswords() {
        for (String wrong : List.of(
                "http://localhost:6379",
                "redis://localhost:6379/one",
                "redis://localhost:99999",
                "localhost:0",
                "redis://",
                "host:port",
                "redis://user:secret@host/x",
                "redis://127.0.0.1:6379?db=3",
                "redis://127.0.0.1:6379/3?password=secret",
                "rediss://:secret@host:6379/#3?secret",
                "redis://user:secret@:6379")) {
            assertProblem("expected servers such as redis://127.0.0.1:6379/0", "location", wrong);
        }
    }

    @Test
    @Tag("DJ-REDIS-01")
    void locationsAreUrlsOrHostsSeparatedByCommasSemicolonsOrBlanks() {
        assertThat(Location.of("one, redis://two:1/3;rediss://u:p%2C+@three  [::1]:4"))
                .containsExactly(
                        new Location(new Server("one", 6379), null, null, null, null),
                        new Location(new Server("two", 1), null, null, 3, false),
                        new Location(new Server("three", 6379), "u", "p,+", null, true),
                        new Location(new Server("::1", 4), null, null, null, null));
        assertThat(Location.of(""))
                .containsExactly(new Location(new Server("127.0.0.1", 6379), null, null, null, null));
    }

    @Test
    void wrongOptionsAreSaid() {
        assertProblem("options.time-limit is \"0\": expected milliseconds", "options.time-limit", "0");
        assertProblem("options.pool-size is \"none\": expected a whole number from 1", "options.pool-size", "none");
        assertProblem("options.database is \"-1\": expected a whole number from 0", "options.database", "-1");
        assertProblem("options.tls is \"maybe\": expected true or false", "options.tls", "maybe");
        assertProblem("options.hosts", "options.hosts", "a");
    }

    @Test
    void whatExcludesEachOtherIsSaid() {
        assertProblem(
                "cachette.caches.default.options.cluster and cachette.caches.default.options.sentinel are both set:"
                        + " expected one of them",
                "options.cluster",
                "true",
                "options.sentinel",
                "main");
        assertProblem(
                "cachette.caches.default.options.cluster is true and the database 2: expected database 0",
                "options.cluster",
                "true",
                "location",
                "redis://localhost/2");
    }

    @Test
    void aUrlWithAQueryIsToldWhereTheDatabaseIsNamed() {
        assertProblem("without ? and #: database 3 is redis://host:6379/3", "location", "redis://127.0.0.1:6379?db=3");
    }

    @Test
    void aUserNeedsAPassword() {
        String sentence = " is set without a password, and would be ignored: expected ";
        assertProblem(
                "cachette.caches.default.options.user" + sentence + "cachette.caches.default.options.password",
                "options.user",
                "alice");
        assertProblem(
                "the user in cachette.caches.default.location" + sentence + "cachette.caches.default.options.password",
                "location",
                "redis://alice@127.0.0.1");
        assertProblem(
                "cachette.caches.default.options.sentinel-user" + sentence
                        + "cachette.caches.default.options.sentinel-password",
                "options.sentinel",
                "main",
                "options.sentinel-user",
                "alice",
                "options.password",
                "secret");
        assertThatCode(() -> caches("location", "redis://alice@127.0.0.1:1", "options.password", "secret")
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void aServerThatIsDownFailsNoDeployment() {
        assertThatCode(() -> caches("location", "127.0.0.1:1").close()).doesNotThrowAnyException();
        assertThatCode(() -> caches("location", "127.0.0.1:1", "options.cluster", "true")
                        .close())
                .doesNotThrowAnyException();
        assertThatCode(() -> caches("location", "127.0.0.1:1", "options.sentinel", "main")
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void withoutJedisTheDeploymentFailsAndNamesWhatToAdd() throws Exception {
        Object sentence = new LoaderWithoutJedis()
                .loadClass(WithoutDriver.class.getName())
                .getMethod("deploy")
                .invoke(null);

        assertThat((String) sentence)
                .contains(
                        "cachette.caches.default.backend is \"redis\": expected the driver Jedis on the class path: add"
                                + " the dependency redis.clients:jedis:");
    }

    /** Loads Cachette anew, and does not find Jedis. */
    private static final class LoaderWithoutJedis extends ClassLoader {

        LoaderWithoutJedis() {
            super(RedisSettingsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("redis.clients.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null || !name.startsWith("org.cachette.")) {
                return known != null ? known : super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** Loaded by a loader that has no Jedis. */
    public static final class WithoutDriver {

        private WithoutDriver() {}

        /** What the deployment says. */
        public static String deploy() {
            ClassLoader usual = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(WithoutDriver.class.getClassLoader());
            try (NamedCaches caches = caches()) {
                return "deployed " + caches.names();
            } catch (CacheConfigurationException e) {
                return String.valueOf(e.getMessage());
            } finally {
                Thread.currentThread().setContextClassLoader(usual);
            }
        }
    }
}

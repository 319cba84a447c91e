package org.cachette.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cachette.CacheConfigurationException;
import org.cachette.CacheException;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.Beans;
import org.cachette.backend.Configs;
import org.cachette.backend.Entry;
import org.cachette.backend.ManualClock;
import org.cachette.backend.MapBackendFactory;
import org.cachette.backend.Problems;
import org.cachette.backend.Serializer;
import org.cachette.backend.dummy.DummyBackendFactory;
import org.cachette.config.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class NamedCachesTest {

    @Test
    @Tag("DJ-CFG-04")
    void anUnknownNameNamesTheKnownOnes() {
        NamedCaches caches = new NamedCaches(
                Settings.read(Configs.of("cachette.caches.default.timeout", "1", "cachette.caches.pages.timeout", "1")),
                new ManualClock());

        assertThatThrownBy(() -> caches.get("page"))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessage("no cache is named \"page\": expected one of default, pages,"
                        + " or settings cachette.caches.page.*");
    }

    @Test
    @Tag("DJ-CFG-18")
    @Tag("DJ-CFG-20")
    void theNamesAreThoseConfigured() {
        NamedCaches caches = new NamedCaches(
                Settings.read(Configs.of("cachette.caches.default.timeout", "1", "cachette.caches.pages.timeout", "1")),
                new ManualClock());

        assertThat(caches.names()).containsExactlyInAnyOrder("default", "pages");
        assertThat(caches.getDefault()).isSameAs(caches.get("default"));
    }

    @Test
    @Tag("DJ-LIFE-05")
    @Tag("DJ-LIFE-07")
    @Tag("DJ-LIFE-08")
    void cachesWorkAfterAllWereClosed() {
        NamedCaches caches = new NamedCaches(Settings.read(Configs.of()), new ManualClock());
        caches.getDefault().set("key", "value");

        caches.close();

        assertThat(caches.getDefault().get("key")).contains("value");
    }

    @Test
    @Tag("DJ-CFG-09")
    @Tag("DJ-CUST-01")
    void aCustomBackendIsMadeOfItsSettings() {
        NamedCaches caches = new NamedCaches(
                Settings.read(Configs.of("cachette.caches.default.backend", MapBackendFactory.class.getName())),
                new ManualClock());

        caches.getDefault().set("key", "value");

        assertThat(caches.getDefault().get("key")).contains("value");
    }

    @Test
    void allAreClosedThoughSomeCannotBe() {
        StuckFactory.CLOSED.clear();
        NamedCaches caches = new NamedCaches(
                Settings.read(Configs.of(
                        "cachette.caches.a.backend",
                        StuckFactory.class.getName(),
                        "cachette.caches.a.on-error",
                        "throw",
                        "cachette.caches.default.backend",
                        StuckFactory.class.getName(),
                        "cachette.caches.default.on-error",
                        "throw")),
                new ManualClock());

        assertThatThrownBy(caches::close)
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("cache \"a\"")
                .satisfies(e ->
                        assertThat(e.getSuppressed()).singleElement().asString().contains("cache \"default\""));
        assertThat(StuckFactory.CLOSED).containsExactly("a", "default");
    }

    /** Its backends cannot be closed. */
    public static final class StuckFactory implements BackendFactory {

        static final List<String> CLOSED = new ArrayList<>();

        @Override
        public Set<String> options() {
            return Set.of();
        }

        @Override
        public Backend<?> create(BackendSettings settings) {
            BrokenStore store = new BrokenStore(settings.values());
            store.whileClosing = () -> {
                CLOSED.add(settings.cache());
                throw new IllegalStateException("stuck");
            };
            return store;
        }
    }

    /** Keeps values in a form that nobody else knows. */
    public static final class StrangeFactory implements BackendFactory {
        @Override
        public Set<String> options() {
            return Set.of();
        }

        @Override
        public Backend<?> create(BackendSettings settings) {
            return new StrangeBackend();
        }
    }

    private static final class StrangeBackend implements Backend<StringBuilder> {
        @Override
        public StringBuilder encode(Object value) {
            return new StringBuilder(value.toString());
        }

        @Override
        public Object decode(StringBuilder stored) {
            return stored.toString();
        }

        @Override
        public @Nullable Entry<StringBuilder> find(String fullKey) {
            return null;
        }

        @Override
        public void set(String fullKey, StringBuilder value, long expiry) {}

        @Override
        public boolean add(String fullKey, StringBuilder value, long expiry) {
            return true;
        }

        @Override
        public boolean touch(String fullKey, long expiry) {
            return false;
        }

        @Override
        public boolean delete(String fullKey) {
            return false;
        }

        @Override
        public void clear() {}
    }

    @Test
    void aBackendWhoseEntriesCannotBeSignedIsRefusedWhereThereIsASecret() {
        Settings settings = Settings.read(Configs.of(
                "cachette.serializer.secret", "correct horse battery",
                "cachette.caches.default.backend", "memory",
                "cachette.caches.none.backend", "dummy",
                "cachette.caches.strange.backend", StrangeFactory.class.getName()));

        assertThatThrownBy(() -> new NamedCaches(settings, new ManualClock()))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageStartingWith("cachette.serializer.secret is set, but the entries of cache \"strange\"")
                .hasMessageNotContaining("horse");
    }

    /** Takes nothing that it is not made for. */
    public static final class PickySerializer implements Serializer {
        @Override
        public byte[] toBytes(Object value) {
            throw new IllegalArgumentException("not made for " + value);
        }

        @Override
        public Object fromBytes(byte[] bytes) {
            throw new IllegalArgumentException("not made for that");
        }
    }

    @Test
    void whatIsSignedIsFoundOutWithoutASerializer() {
        NamedCaches caches = new NamedCaches(
                Settings.read(Configs.of(
                        "cachette.serializer.secret", "correct horse battery",
                        "cachette.caches.default.backend", MapBackendFactory.class.getName(),
                        "cachette.caches.default.serializer", PickySerializer.class.getName())),
                new ManualClock());

        caches.getDefault().set("key", "value");

        assertThat(caches.getDefault().get("key")).contains("value");
    }

    /** Refuses its location, as only a factory can. */
    public static final class PickyFactory implements BackendFactory {
        @Override
        public Set<String> options() {
            return Set.of();
        }

        @Override
        public Backend<?> create(BackendSettings settings) {
            settings.problems().wrong(settings.setting("location"), settings.location(), "somewhere else");
            return new MapBackendFactory().create(settings);
        }
    }

    @Test
    void aBackendFindsThoseOfOtherCachesUnlessTheyAreMadeForIt() {
        ComposingFactory.SEEN.clear();
        NamedCaches caches = new NamedCaches(
                Settings.read(Configs.of(
                        "cachette.caches.default.backend", "memory",
                        "cachette.caches.made.backend", ComposingFactory.class.getName(),
                        "cachette.caches.made.location", "default,circular,nowhere",
                        "cachette.caches.circular.backend", ComposingFactory.class.getName(),
                        "cachette.caches.circular.location", "made")),
                new ManualClock());

        assertThat(caches.names()).containsExactly("circular", "default", "made");
        assertThat(ComposingFactory.SEEN)
                .containsExactly(
                        "made < default: true",
                        "made < circular: false", // for one that circular asked for
                        "made < nowhere: false",
                        "circular < made: true",
                        "made < default: true",
                        "circular < made: false", // for one that made asked for
                        "made < circular: true",
                        "made < nowhere: false");
    }

    /** Asks for the backends of the caches that its location names. */
    public static final class ComposingFactory implements BackendFactory {

        static final List<String> SEEN = new ArrayList<>();

        @Override
        public Set<String> options() {
            return Set.of();
        }

        @Override
        public Backend<?> create(BackendSettings settings) {
            for (String other : settings.location().split(",", -1)) {
                boolean there = settings.others().find(other).isPresent();
                SEEN.add(settings.cache() + " < " + other + ": " + there);
            }
            return new DummyBackendFactory().create(settings);
        }
    }

    @Test
    void problemsOfBackendsAreToldTogetherWithThoseOfSettings() {
        Problems problems = new Problems();
        Settings settings = Settings.read(
                Configs.of(
                        "cachette.caches.default.backend", PickyFactory.class.getName(),
                        "cachette.caches.default.location", "here",
                        "cachette.caches.default.timeout", "soon",
                        "cachette.caches.other.backend", "nowhere"),
                problems);
        try (NamedCaches unusable = new NamedCaches(settings, new ManualClock(), Beans.NONE, Runnable::run, problems)) {
            assertThat(unusable.names()).containsExactly("default", "other");
        }

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageStartingWith("Cachette found 3 problems:")
                .hasMessageContaining("cachette.caches.default.timeout is \"soon\"")
                .hasMessageContaining("cachette.caches.other.backend is \"nowhere\"")
                .hasMessageContaining("cachette.caches.default.location is \"here\": expected somewhere else");
    }
}

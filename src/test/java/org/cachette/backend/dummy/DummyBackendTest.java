package org.cachette.backend.dummy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cachette.Cache;
import org.cachette.KeyNotFoundException;
import org.cachette.Timeout;
import org.cachette.backend.Configs;
import org.cachette.backend.LogRecords;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DummyBackendTest {

    private final Cache cache = new NamedCaches(
                    Settings.read(Configs.of(
                            "cachette.caches.default.backend", "dummy",
                            "cachette.caches.default.location", "anywhere",
                            "cachette.caches.default.max-entries", "5")),
                    new ManualClock())
            .getDefault();

    @Test
    @Tag("DJ-DUMMY-01")
    @Tag("DJ-DUMMY-06")
    void setStoresNothing() {
        cache.set("key", "value");

        assertThat(cache.get("key")).isEmpty();
        assertThat(cache.getOrDefault("key", "fallback")).isEqualTo("fallback");
    }

    @Test
    @Tag("DJ-DUMMY-02")
    void addAlwaysSucceedsAndNothingIsEverThere() {
        assertThat(cache.add("key", "value")).isTrue();
        assertThat(cache.add("key", "value")).isTrue();
        assertThat(cache.add("key", "value", Timeout.NONE)).isTrue();
        assertThat(cache.touch("key")).isFalse();
        assertThat(cache.delete("key")).isFalse();
        assertThat(cache.hasKey("key")).isFalse();
    }

    @Test
    @Tag("DJ-DUMMY-03")
    void bulkOperationsFindAndRefuseNothing() {
        assertThat(cache.setMany(Map.of("a", 1, "b", 2))).isEmpty();
        assertThat(cache.version(2).setMany(Map.of("a", 1), Timeout.ofSeconds(1)))
                .isEmpty();
        assertThat(cache.getMany(List.of("a", "b"))).isEmpty();
        cache.deleteMany(List.of("a", "b"));
        cache.clear();
    }

    @Test
    @Tag("DJ-DUMMY-04")
    void thereIsNothingToCountOrMove() {
        cache.set("key", 1);

        assertThatThrownBy(() -> cache.incr("key")).isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cache.decr("key")).isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cache.incrVersion("key")).isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cache.decrVersion("key")).isInstanceOf(KeyNotFoundException.class);
    }

    @Test
    @Tag("DJ-DUMMY-05")
    void getOrSetGivesTheSuppliersValueEachTime() {
        assertThat(cache.<String>getOrSet("key", () -> "one")).isEqualTo("one");
        assertThat(cache.<String>getOrSet("key", () -> "two")).isEqualTo("two");
    }

    @Test
    @Tag("DJ-DUMMY-07")
    @Tag("DJ-KEY-14")
    void keysAreCheckedInEveryOperation() {
        List<Runnable> operations = List.of(
                () -> fresh().get("a b"),
                () -> fresh().set("a b", 1),
                () -> fresh().add("a b", 1),
                () -> fresh().touch("a b"),
                () -> fresh().delete("a b"),
                () -> fresh().hasKey("a b"),
                () -> fresh().getMany(List.of("fine", "a b")),
                () -> fresh().setMany(Map.of("fine", 1, "a b", 1)),
                () -> fresh().deleteMany(List.of("fine", "a b")),
                () -> assertThatThrownBy(() -> fresh().incr("a b")).isInstanceOf(KeyNotFoundException.class),
                () -> assertThatThrownBy(() -> fresh().incrVersion("a b")).isInstanceOf(KeyNotFoundException.class));

        assertThat(operations).allSatisfy(operation -> {
            try (LogRecords log = new LogRecords()) {
                operation.run();
                assertThat(log.warnings()).hasSize(1);
            }
        });
    }

    private static Cache fresh() {
        return new NamedCaches(Settings.read(Configs.of("cachette.caches.default.backend", "dummy")), new ManualClock())
                .getDefault();
    }

    @Test
    @Tag("DJ-DUMMY-08")
    void stagesDoTheSame() throws Exception {
        assertThat(cache.async().add("key", 1).toCompletableFuture().get(30, TimeUnit.SECONDS))
                .isTrue();
        assertThat(cache.async().get("key").toCompletableFuture().get(30, TimeUnit.SECONDS))
                .isEmpty();
    }

    @Test
    void everyCacheIsADummyWhenCachetteIsSwitchedOff() {
        Cache memory = new NamedCaches(
                        Settings.read(Configs.of(
                                "cachette.enabled", "false", "cachette.caches.default.options.max-bytes", "1000")),
                        new ManualClock())
                .getDefault();

        memory.set("key", "value");

        assertThat(memory.get("key")).isEmpty();
    }
}

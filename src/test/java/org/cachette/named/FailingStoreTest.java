package org.cachette.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.KeyNotFoundException;
import org.cachette.Timeout;
import org.cachette.backend.AllowList;
import org.cachette.backend.JavaSerializer;
import org.cachette.backend.LogRecords;
import org.cachette.backend.ManualClock;
import org.cachette.backend.ValueFormat;
import org.cachette.config.OnError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that is down or full. */
final class FailingStoreTest {

    private final ManualClock clock = new ManualClock();
    private final BrokenStore store = new BrokenStore(
            new ValueFormat(new JavaSerializer(AllowList.of(""), FailingStoreTest.class.getClassLoader())));

    private final LogRecords log = new LogRecords();
    private final List<Runnable> later = new ArrayList<>();
    private final Cache cache = store.cache(OnError.MISS, clock, later::add);

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    @Test
    void everyOperationOnADeadStoreHasTheResultOfAMiss() {
        store.down = true;

        for (int round = 0; round < 2; round++) {
            assertThat(cache.get("key")).isEmpty();
            assertThat(cache.getOrDefault("key", "fallback")).isEqualTo("fallback");
            assertThatCode(() -> cache.set("key", "value")).doesNotThrowAnyException();
            assertThat(cache.add("key", "value")).isFalse();
            assertThat(cache.add("key", "value", Timeout.NONE)).isFalse();
            assertThat(cache.touch("key")).isFalse();
            assertThat(cache.delete("key")).isFalse();
            assertThat(cache.hasKey("key")).isFalse();
            assertThat(cache.getMany(List.of("a", "b"))).isEmpty();
            assertThat(cache.setMany(Map.of("a", 1, "b", 2))).containsExactlyInAnyOrder("a", "b");
            assertThatCode(() -> cache.deleteMany(List.of("a"))).doesNotThrowAnyException();
            assertThatCode(cache::clear).doesNotThrowAnyException();
            assertThat(cache.<String>getOrSet("key", () -> "computed")).isEqualTo("computed");
            assertThatThrownBy(() -> cache.incr("key")).isInstanceOf(KeyNotFoundException.class);
            assertThatThrownBy(() -> cache.incrVersion("key")).isInstanceOf(KeyNotFoundException.class);
            clock.pass(Duration.ofSeconds(3));
        }
    }

    @Test
    void everyOperationOnADeadStoreMayThrowInstead() {
        Cache throwing = store.cache(OnError.THROW, clock, later::add);
        store.down = true;

        assertThatThrownBy(() -> throwing.get("key"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("\"pages\"")
                .hasMessageContaining("connection refused")
                .hasCauseInstanceOf(java.io.UncheckedIOException.class);
        assertThatThrownBy(() -> throwing.set("key", "value")).isInstanceOf(CacheException.class);
        assertThatThrownBy(() -> throwing.getMany(List.of("key"))).isInstanceOf(CacheException.class);
        assertThatThrownBy(() -> throwing.incr("key"))
                .isInstanceOf(CacheException.class)
                .isNotInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> throwing.getOrSet("key", () -> "value")).isInstanceOf(CacheException.class);
    }

    @Test
    void whoHasWaitedForAStoreDoesNotWaitForItOnceMore() {
        cache.set("key", "old");
        store.full = true;
        store.whileStoring = () -> clock.pass(Duration.ofMillis(250));
        int before = store.asked;

        cache.set("key", "new");
        assertThat(store.asked).isEqualTo(before + 1);
        later.forEach(Runnable::run);

        assertThat(cache.get("key")).isEmpty();
    }

    @Test
    void norForManyValues() {
        cache.setMany(Map.of("a", "old", "b", "old"));
        store.full = true;
        store.whileStoring = () -> clock.pass(Duration.ofMillis(250));

        assertThat(cache.setMany(Map.of("a", "new", "b", "new"))).isNotEmpty();
        assertThat(store.entries).isNotEmpty();
        later.forEach(Runnable::run);

        assertThat(store.entries).isEmpty();
    }

    @Test
    void aDeadStoreIsAskedOnceAndThenLeftAlone() {
        store.down = true;

        for (int i = 0; i < 100; i++) {
            cache.get("key");
            cache.set("key", "value");
            cache.<String>getOrSet("key", () -> "value");
        }

        assertThat(store.asked).isEqualTo(1);
    }

    @Test
    void aStoreThatStaysDeadIsTriedEveryTwoSecondsAtMost() {
        store.down = true;

        for (int i = 0; i < 600; i++) {
            cache.get("key");
            clock.pass(Duration.ofMillis(100));
        }

        assertThat(store.asked).isBetween(30, 40);
    }

    @Test
    void aStoreIsUsedAgainWithinFiveSecondsOfItsReturn() {
        store.down = true;
        for (int i = 0; i < 600; i++) {
            cache.set("key", "value");
            cache.get("key");
            clock.pass(Duration.ofMillis(100));
        }

        store.down = false;
        clock.pass(Duration.ofSeconds(5));
        cache.set("key", "value");

        assertThat(cache.get("key")).contains("value");
    }

    @Test
    void anOutageIsWarnedAboutOnceAndItsEndIsTold() {
        store.down = true;
        for (int i = 0; i < 50; i++) {
            cache.get("key");
            cache.set("key", "value");
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(log.warnings()).singleElement().asString().contains("\"pages\"", "connection refused");

        store.down = false;
        clock.pass(Duration.ofSeconds(5));
        cache.get("key");
        assertThat(log.messages(Level.INFO)).singleElement().asString().contains("\"pages\"", "works again");
    }

    @Test
    void anotherOutageIsWarnedAboutAgain() {
        store.down = true;
        cache.get("key");
        store.down = false;
        clock.pass(Duration.ofSeconds(6));
        cache.get("key");
        store.down = true;
        cache.get("key");

        assertThat(log.warnings()).hasSize(2);
    }

    @Test
    void aFullStoreCanStillBeReadAndDeletedFrom() {
        cache.set("key", "value");
        store.full = true;

        cache.set("other", "value");

        assertThat(cache.get("key")).contains("value");
        assertThat(cache.delete("key")).isTrue();
        assertThat(log.warnings()).hasSize(1);
    }

    @Test
    void aSetThatTheStoreDidNotTakeLeavesNoOldValue() {
        cache.set("failed", "old");
        cache.set("dropped", "old");
        store.full = true;

        cache.set("failed", "new");
        cache.set("dropped", "new");

        assertThat(cache.get("failed")).isEmpty();
        assertThat(cache.get("dropped")).isEmpty();
        store.full = false;
        clock.pass(Duration.ofSeconds(5));
        assertThat(cache.getMany(List.of("failed", "dropped"))).isEmpty();
    }

    @Test
    void norAValueThatIsBeingComputed() {
        cache.<String>getOrSet("key", () -> {
            store.full = true;
            cache.set("key", "new");
            store.full = false;
            clock.pass(Duration.ofSeconds(5));
            return "old";
        });

        assertThat(cache.get("key")).isEmpty();
    }

    @Test
    void aSetManyThatTheStoreDidNotTakeLeavesNoOldValues() {
        cache.setMany(Map.of("a", "old", "b", "old"));
        store.full = true;

        assertThat(cache.setMany(Map.of("a", "new"))).containsExactly("a");
        assertThat(cache.setMany(Map.of("b", "new"))).containsExactly("b");

        assertThat(cache.getMany(List.of("a", "b"))).isEmpty();
    }

    @Test
    void aDeadStoresBackendIsClosedAllTheSame() {
        store.down = true;
        cache.get("key");

        cache.close();

        assertThat(store.closed).isEqualTo(1);
    }

    @Test
    void aRefusedValueIsAnErrorWhetherTheStoreWorksOrNot() {
        store.down = true;
        cache.get("key");

        assertThatThrownBy(() -> cache.set("key", new Object())).isInstanceOf(CacheException.class);
        assertThatThrownBy(() -> cache.setMany(Map.of("key", new Object()))).isInstanceOf(CacheException.class);
    }
}

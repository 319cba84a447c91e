package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.KeyNotFoundException;
import org.cachette.Timeout;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Versions of keys. */
public interface VersionContract extends UnderTest {

    @Test
    @Tag("DJ-VER-01")
    @Tag("DJ-VER-02")
    default void oneKeyUnderTwoVersionsIsTwoEntries() {
        cache().version(2).set("key", "second");

        assertThat(cache().get("key")).isEmpty();
        assertThat(cache().version(1).get("key")).isEmpty();
        assertThat(cache().version(2).get("key")).contains("second");
    }

    @Test
    @Tag("DJ-VER-03")
    @Tag("DJ-CFG-16")
    default void cachesOfTwoVersionsOnOneStoreReadEachOther() {
        NamedCaches caches = caches("v2.version", "2");
        Cache first = caches.getDefault();
        Cache second = caches.get("v2");

        first.set("one", "1");
        first.version(2).set("two", "2");

        assertThat(second.get("one")).isEmpty();
        assertThat(second.version(1).get("one")).contains("1");
        assertThat(second.get("two")).contains("2");
    }

    @Test
    @Tag("DJ-VER-04")
    default void eachOperationKeepsToItsVersion() {
        Cache two = cache().version(2);
        cache().set("count", 1L);

        assertThat(two.add("count", 10L)).isTrue();
        assertThat(two.incr("count")).isEqualTo(11);
        assertThat(two.decr("count", 2)).isEqualTo(9);
        assertThat(cache().get("count")).contains(1L);
        assertThat(two.delete("count")).isTrue();
        assertThat(two.hasKey("count")).isFalse();
        assertThat(cache().hasKey("count")).isTrue();
    }

    @Test
    @Tag("DJ-VER-04")
    @Tag("DJ-BULK-06")
    default void bulkOperationsKeepToTheirVersion() {
        Cache two = cache().version(2);
        cache().set("a", "first");

        two.setMany(Map.of("a", "second", "b", "second"));

        assertThat(cache().getMany(List.of("a", "b"))).isEqualTo(Map.of("a", "first"));
        assertThat(two.getMany(List.of("a", "b"))).hasSize(2);
        two.deleteMany(List.of("a"));
        assertThat(cache().hasKey("a")).isTrue();
    }

    @Test
    @Tag("DJ-VER-05")
    default void incrVersionMovesAnEntry() {
        Cache two = cache().version(2);
        two.set("key", "value");

        assertThat(two.incrVersion("key")).isEqualTo(3);
        assertThat(cache().get("key")).isEmpty();
        assertThat(two.get("key")).isEmpty();
        assertThat(cache().version(3).get("key")).contains("value");
    }

    @Test
    @Tag("DJ-VER-06")
    default void decrVersionMovesAnEntryBack() {
        Cache two = cache().version(2);
        two.set("key", 42L);

        assertThat(two.decrVersion("key")).isEqualTo(1);
        assertThat(cache().get("key")).contains(42L);
        assertThat(two.get("key")).isEmpty();
    }

    @Test
    @Tag("DJ-VER-07")
    default void aMissingKeyHasNoVersionToMove() {
        assertThatThrownBy(() -> cache().incrVersion("missing"))
                .isInstanceOf(KeyNotFoundException.class)
                .hasMessageContaining("\"missing\"");
        assertThatThrownBy(() -> cache().decrVersion("missing")).isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cache().incrVersion("missing", 0)).isInstanceOf(KeyNotFoundException.class);
    }

    @Test
    @Tag("DJ-VER-08")
    default void movingKeepsTheRemainingLifeAndReplacesWhatIsThere() {
        cache().set("key", new Point(1, 2), Timeout.ofSeconds(2));
        cache().version(4).set("key", "old", Timeout.FOREVER);

        assertThat(cache().incrVersion("key", 3)).isEqualTo(4);

        assertThat(cache().version(4).get("key")).contains(new Point(1, 2));
        passTime(Duration.ofSeconds(3));
        assertThat(cache().version(4).get("key")).isEmpty();
    }

    @Test
    @Tag("DJ-VER-08")
    default void whatIsForEverStaysSoWhenMoved() {
        cache().set("key", "value", Timeout.FOREVER);

        cache().incrVersion("key");
        passTime(Duration.ofSeconds(2));

        assertThat(cache().version(2).get("key")).contains("value");
    }

    @Test
    default void movingByNothingLosesNothing() {
        cache().set("key", "value");

        assertThat(cache().incrVersion("key", 0)).isEqualTo(1);
        assertThat(cache().get("key")).contains("value");
    }

    @Test
    @Tag("DJ-VER-10")
    default void anotherConfiguredVersionLeavesAllOldEntriesBehind() {
        NamedCaches caches = caches("next.version", "2");
        caches.getDefault().set("key", "old format");

        assertThat(caches.get("next").get("key")).isEmpty();
    }
}

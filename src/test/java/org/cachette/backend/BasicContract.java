package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.Timeout;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Setting, getting and deleting. */
public interface BasicContract extends UnderTest {

    @Test
    @Tag("DJ-API-01")
    default void aMissingKeyHasNoValue() {
        assertThat(cache().get("missing")).isEmpty();
    }

    @Test
    @Tag("DJ-API-01")
    default void aMissingKeyGivesTheFallback() {
        assertThat(cache().getOrDefault("missing", "fallback")).isEqualTo("fallback");
    }

    @Test
    @Tag("DJ-API-05")
    default void whatIsSetIsRead() {
        cache().set("key", "value");

        assertThat(cache().get("key")).contains("value");
        assertThat(cache().getOrDefault("key", "fallback")).isEqualTo("value");
    }

    @Test
    @Tag("DJ-API-05")
    default void setReplacesAnEarlierValue() {
        cache().set("key", "old");
        cache().set("key", "new");

        assertThat(cache().get("key")).contains("new");
    }

    @Test
    @Tag("DJ-API-03")
    @Tag("DJ-API-04")
    default void hasKeyAgreesWithGet() {
        cache().set("key", "value");

        assertThat(cache().hasKey("key")).isTrue();
        assertThat(cache().hasKey("missing")).isFalse();
    }

    @Test
    @Tag("DJ-API-06")
    default void addStoresWhereThereIsNoEntry() {
        assertThat(cache().add("key", "value")).isTrue();
        assertThat(cache().get("key")).contains("value");
    }

    @Test
    @Tag("DJ-API-06")
    default void addLeavesAnEntryAsItIs() {
        cache().set("key", "first");

        assertThat(cache().add("key", "second")).isFalse();
        assertThat(cache().get("key")).contains("first");
    }

    @Test
    @Tag("DJ-API-08")
    default void deleteSaysWhetherThereWasAnEntry() {
        cache().set("key", "value");

        assertThat(cache().delete("key")).isTrue();
        assertThat(cache().delete("key")).isFalse();
        assertThat(cache().get("key")).isEmpty();
    }

    @Test
    @Tag("DJ-API-09")
    @Tag("DJ-LOCMEM-20")
    default void clearEmptiesTheCacheWithAllVersions() {
        cache().set("one", 1L);
        cache().version(2).set("two", 2L);

        cache().clear();

        assertThat(cache().get("one")).isEmpty();
        assertThat(cache().version(2).get("two")).isEmpty();
    }

    @Test
    @Tag("DJ-LIFE-07")
    @Tag("DJ-LIFE-06")
    default void aCacheWorksAfterItWasClosed() {
        cache().close();

        cache().set("key", "value");

        assertThat(cache().get("key")).contains("value");
    }

    @Test
    @Tag("DJ-LIFE-01")
    default void aNameAlwaysGivesTheSameCache() {
        NamedCaches caches = caches("second.timeout", "60");

        assertThat(caches.get("second")).isSameAs(caches.get("second")).isNotSameAs(caches.getDefault());
        assertThat(caches.get("second").name()).isEqualTo("second");
    }

    @Test
    default void nullKeysAndValuesAreRefused() {
        Cache cache = cache();

        assertThatThrownBy(() -> cache.get(nothing())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> cache.set(nothing(), "value")).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> cache.set("key", nothing())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> cache.set("key", "value", nothing())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> cache.add("key", nothing())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> cache.delete(nothing())).isInstanceOf(NullPointerException.class);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what callers without checks pass
    private static <T> T nothing() {
        return null;
    }

    @Test
    @Tag("DJ-API-25")
    default void aValueThatCannotBeSerialisedIsRefusedAndTheOldOneStays() {
        cache().set("key", "old", Timeout.ofSeconds(60));

        assertThatThrownBy(() -> cache().set("key", new Object() {}))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("\"key\"");
        assertThatThrownBy(() -> cache().add("other", new Object() {})).isInstanceOf(CacheException.class);
        assertThat(cache().get("key")).contains("old");
        assertThat(cache().hasKey("other")).isFalse();
    }
}

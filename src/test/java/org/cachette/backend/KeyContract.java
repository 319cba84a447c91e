package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.KeyFunction;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Key prefixes, key functions, and keys of every kind. */
public interface KeyContract extends UnderTest {

    /** Ignores the version, and separates with a dash. */
    final class Dashes implements KeyFunction {
        @Override
        public String fullKey(String key, String keyPrefix, int version) {
            return keyPrefix + "-" + key;
        }
    }

    @Test
    @Tag("DJ-KEY-03")
    default void twoKeyPrefixesNeverMeetOnOneStore() {
        NamedCaches caches = caches("a.key-prefix", "a", "b.key-prefix", "b");

        caches.get("a").set("key", "A");

        assertThat(caches.get("b").get("key")).isEmpty();
        assertThat(caches.getDefault().get("key")).isEmpty();
        assertThat(caches.get("a").get("key")).contains("A");
    }

    @Test
    @Tag("DJ-KEY-04")
    @Tag("DJ-KEY-05")
    default void cachesWithOneKeyFunctionShareEntriesAndOthersDoNotSeeThem() {
        String dashes = Dashes.class.getName();
        NamedCaches caches = caches("a.key-function", dashes, "b.key-function", dashes);

        caches.get("a").set("key", "value");

        assertThat(caches.get("b").get("key")).contains("value");
        assertThat(caches.getDefault().get("key")).isEmpty();
        assertThat(caches.get("b").getMany(List.of("key"))).isEqualTo(Map.of("key", "value"));
    }

    @Test
    default void movingUnderAKeyFunctionWithoutVersionsLosesNothing() {
        Cache cache = caches("default.key-function", Dashes.class.getName()).getDefault();
        cache.set("key", "value");

        assertThat(cache.incrVersion("key")).isEqualTo(2);
        assertThat(cache.get("key")).contains("value");
    }

    @Test
    @Tag("DJ-API-24")
    @Tag("DJ-KEY-08")
    default void keysMayHaveAnyLetters() {
        cache().set("ключ-鍵-🔑", "value");

        assertThat(cache().get("ключ-鍵-🔑")).contains("value");
        assertThat(cache().get("ключ-鍵-🔒")).isEmpty();
    }

    @Test
    @Tag("DJ-KEY-10")
    default void keysThatNotEveryStoreTakesWorkAllTheSame() {
        String longKey = "k".repeat(2000);
        for (String key : List.of("with blank", "with\nnew line", "\u0000\u007F", "", longKey)) {
            cache().set(key, "value of " + key.length());

            assertThat(cache().get(key)).contains("value of " + key.length());
            assertThat(cache().getMany(List.of(key))).hasSize(1);
            assertThat(cache().delete(key)).isTrue();
        }
        cache().set(longKey, "one");
        assertThat(cache().get(longKey + "k")).isEmpty();
    }

    @Test
    @Tag("DJ-KEY-10")
    default void halvesOfSurrogatePairsAreKeysOfTheirOwn() {
        cache().set("half \uD83D", "one");
        cache().set("half ?", "two");

        assertThat(cache().get("half \uD83E")).isEmpty();
        assertThat(cache().get("half \uD83D")).contains("one");
        assertThat(cache().getMany(List.of("half \uD83D", "half \uDD11", "half ?")))
                .isEqualTo(Map.of("half \uD83D", "one", "half ?", "two"));
    }

    @Test
    @Tag("DJ-KEY-10")
    @Tag("DJ-KEY-12")
    default void badKeysAreWarnedAboutOnce() {
        try (LogRecords log = new LogRecords()) {
            cache().setMany(Map.of("fine", 1, "not fine", 2));
            cache().get("also not fine");

            assertThat(log.warnings()).singleElement().asString().contains("\":1:not fine\"");
        }
    }
}

package org.cachette.backend.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cachette.Cache;
import org.cachette.CacheConfigurationException;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.backend.Together;
import org.cachette.config.Settings;
import org.cachette.http.StoredResponse;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which caches share a store, and which readers share a value. */
final class MemorySharingTest {

    private static NamedCaches caches(String... settings) {
        return new NamedCaches(Settings.read(Configs.of(settings)), new ManualClock());
    }

    @Test
    @Tag("DJ-LOCMEM-01")
    @Tag("DJ-LOCMEM-20")
    void cachesOnOneLocationShareAStore() {
        NamedCaches caches = caches(
                "cachette.caches.default.backend", "memory",
                "cachette.caches.other.backend", "memory",
                "cachette.caches.prefixed.key-prefix", "p");

        caches.getDefault().set("key", "value");
        caches.get("prefixed").set("key", "prefixed");

        assertThat(caches.get("other").get("key")).contains("value");
        caches.get("other").clear();
        assertThat(caches.get("prefixed").get("key")).isEmpty();
    }

    @Test
    @Tag("DJ-LOCMEM-01")
    void cachesOnTwoLocationsNeverMeet() {
        NamedCaches caches = caches(
                "cachette.caches.default.location", "a",
                "cachette.caches.other.location", "b");

        caches.getDefault().set("key", "value");
        caches.get("other").clear();

        assertThat(caches.get("other").get("key")).isEmpty();
        assertThat(caches.getDefault().get("key")).contains("value");
    }

    @Test
    @Tag("DJ-LOCMEM-02")
    void applicationsNeverMeet() {
        caches().getDefault().set("key", "value");

        assertThat(caches().getDefault().get("key")).isEmpty();
    }

    @Test
    void cachesOfDifferentLimitsOnOneLocationFailTheDeployment() {
        assertThatThrownBy(() -> caches(
                        "cachette.caches.default.max-entries", "300",
                        "cachette.caches.pages.max-entries", "5000"))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessage("caches default and pages share the location \"\" in memory with different limits: expected"
                        + " the same max-entries, cull-frequency, options.max-bytes and options.share-values,"
                        + " or another cachette.caches.pages.location");
    }

    @Test
    void optionsThatCannotWorkAreToldTogether() {
        assertThatThrownBy(() -> caches(
                        "cachette.caches.default.options.max-bytes", "10MB",
                        "cachette.caches.default.options.share-values", "yes"))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining(
                        "cachette.caches.default.options.max-bytes is \"10MB\": expected a whole number from 1")
                .hasMessageContaining(
                        "cachette.caches.default.options.share-values is \"yes\": expected true or false");
    }

    @Test
    void immutableValuesAreSharedAndOthersCopied() {
        Cache cache = caches().getDefault();
        StoredResponse response =
                new StoredResponse(200, Map.of(), new byte[0], Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        List<String> list = new ArrayList<>();

        for (Object immutable : List.of(new String("text"), Instant.EPOCH.plusNanos(1), response)) {
            cache.set("key", immutable);
            assertThat(cache.get("key").orElseThrow()).isSameAs(immutable);
        }
        cache.set("key", list);
        assertThat(cache.get("key").orElseThrow()).isEqualTo(list).isNotSameAs(list);
    }

    @Test
    void sharedValuesAreAllTheSameObject() {
        Cache cache =
                caches("cachette.caches.default.options.share-values", "true").getDefault();
        Object value = new Object();
        byte[] bytes = {1};

        cache.set("key", value);
        cache.set("bytes", bytes);
        cache.set("number", 5);

        assertThat(cache.get("key").orElseThrow()).isSameAs(value);
        assertThat(cache.get("bytes").orElseThrow()).isSameAs(bytes);
        assertThat(cache.incr("number")).isEqualTo(6);
    }

    /** Uses the cache from another thread while it is written, which a lock held meanwhile would not let happen. */
    private static final class Curious implements Serializable {
        private static final long serialVersionUID = 1L;
        private final transient Cache cache;

        Curious(Cache cache) {
            this.cache = cache;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            try {
                cache.async().set("key", "meanwhile").toCompletableFuture().get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }

    @Test
    @Tag("DJ-LOCMEM-03")
    @Tag("DJ-LOCMEM-04")
    void valuesAreSerialisedOutsideOfAnyLock() {
        Cache cache = caches("cachette.serializer.allow", MemorySharingTest.class.getName())
                .getDefault();

        cache.set("key", new Curious(cache));
        assertThat(cache.get("key").orElseThrow()).isInstanceOf(Curious.class);
        assertThat(cache.add("other", new Curious(cache))).isTrue();
    }

    @Test
    void readersAndWritersOfOneKeySeeWholeValues() throws Exception {
        Cache cache = caches().getDefault();
        cache.set("key", List.of(0L, 0L));

        Together.run(8, () -> {
            for (long i = 0; i < 300; i++) {
                cache.set("key", List.of(i, i));
                List<?> read = cache.get("key", List.class).orElseThrow();
                assertThat(read.get(0)).isEqualTo(read.get(1));
            }
            return 0;
        });
    }
}

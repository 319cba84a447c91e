package org.cachette.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.KeyNotFoundException;
import org.cachette.Timeout;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.LogRecords;
import org.cachette.backend.ManualClock;
import org.cachette.backend.Serializer;
import org.cachette.backend.ValueFormat;
import org.cachette.config.CacheSettings;
import org.cachette.config.OnError;
import org.cachette.config.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries that nobody without the secret can write: whoever can write to the store serves nobody anything. */
final class SignedEntriesTest {

    private static final String SECRET = "correct horse battery staple";

    private final AtomicInteger parsed = new AtomicInteger();
    private final Serializer serializer = new Serializer() {
        @Override
        public byte[] toBytes(Object value) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object fromBytes(byte[] bytes) {
            parsed.incrementAndGet();
            return Boolean.valueOf(new String(bytes, StandardCharsets.UTF_8));
        }
    };
    private final BrokenStore store = new BrokenStore(new ValueFormat(serializer, 100));
    private final Cache cache = cache(Optional.of(SECRET));
    private final LogRecords log = new LogRecords();

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    private Cache cache(Optional<String> secret) {
        CacheSettings settings = new CacheSettings(
                "pages",
                store,
                "",
                Timeout.FOREVER,
                1,
                1,
                "",
                1,
                Optional.empty(),
                OnError.MISS,
                serializer,
                CacheSettings.NEVER,
                Map.of());
        Settings read = Settings.read(org.cachette.backend.Configs.of());
        return new NamedCaches(
                        new Settings(
                                true,
                                Map.of("pages", settings),
                                read.pages(),
                                secret.map(
                                        text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256")),
                                List.of()),
                        new ManualClock())
                .get("pages");
    }

    private byte[] stored(String key) {
        return entry(":1:" + key).value().joined();
    }

    private Entry<Encoded> entry(String fullKey) {
        return Objects.requireNonNull(store.entries.get(fullKey), fullKey);
    }

    private void plant(String key, byte[] joined) {
        store.entries.put(":1:" + key, new Entry<>(Encoded.split(joined), Entry.NEVER));
    }

    private void assertMiss(String key) {
        cache.set("fine", "value");
        assertThat(cache.get(key)).isEmpty();
        assertThat(cache.getMany(List.of(key, "fine"))).isEqualTo(Map.of("fine", "value"));
        assertThatThrownBy(() -> cache.incr(key)).isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cache.incrVersion(key)).isInstanceOf(KeyNotFoundException.class);
    }

    @Test
    void whatNobodySignedIsAMissAndToldOnceAndNeverParsed() {
        plant("text", "Sthe admin's page".getBytes(StandardCharsets.UTF_8));
        plant("object", "Otrue".getBytes(StandardCharsets.UTF_8));
        plant("bomb", "ZB\u0000\u0001\u0000\u0000".getBytes(StandardCharsets.UTF_8));

        assertMiss("text");
        assertMiss("object");
        assertMiss("bomb");

        assertThat(parsed).hasValue(0);
        assertThat(log.warnings()).singleElement().asString().contains("\"pages\"", "cachette.serializer.secret");
        assertThat(log.warnings().toString()).doesNotContain(SECRET, "admin");
    }

    @Test
    void anEntryUnderAnotherKeyIsAMiss() {
        cache.set("ada", "Ada's page");
        cache.version(2).set("bob", "Bob's page of version 2");

        plant("bob", stored("ada"));
        assertMiss("bob");
        store.entries.put(":1:bob", entry(":2:bob"));
        assertThat(cache.get("bob")).isEmpty();

        assertThat(cache.get("ada")).contains("Ada's page");
    }

    @Test
    void anEntryThatIsChangedAnywhereIsAMiss() {
        cache.set("key", "value");
        byte[] whole = stored("key");
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            plant("key", changed);

            assertThat(cache.get("key")).isEmpty();
        }
        for (int length = 1; length < whole.length; length++) {
            plant("key", Arrays.copyOf(whole, length));

            assertThat(cache.get("key")).isEmpty();
        }
        plant("key", Arrays.copyOf(whole, whole.length + 1));
        assertThat(cache.get("key")).isEmpty();
        plant("key", whole);
        assertThat(cache.get("key")).contains("value");
    }

    @Test
    void theEntriesOfAnotherSecretAreMissesUntilTheyAreSetAgain() {
        Cache before = cache(Optional.of("another secret of old"));
        before.set("key", "old");
        before.set("computed", "old");

        assertMiss("key");
        cache.set("key", "new");

        assertThat(cache.get("key")).contains("new");
        assertThat(cache.<String>getOrSet("computed", () -> "new")).isEqualTo("new");
        assertThat(cache.get("computed")).contains("new");
        assertThat(before.get("key")).isEmpty();
    }

    @Test
    void whereThereIsNoSecretSignedEntriesAreMisses() {
        cache.set("key", "value");

        assertThat(cache(Optional.empty()).get("key")).isEmpty();
        assertThat(log.warnings()).singleElement().asString().contains("cachette.serializer.secret is not set");
    }

    @Test
    void wholeNumbersAreTheStoresOwnAndNotSigned() {
        cache.set("count", 5);

        assertThat(new String(stored("count"), StandardCharsets.US_ASCII)).isEqualTo("N5");
        assertThat(cache.incr("count")).isEqualTo(6);
    }

    @Test
    void aSignedTextIsNoNumberAndItsTypeIsTold() {
        cache.set("key", "value");

        assertThatThrownBy(() -> cache.incr("key"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void anEntryCanBeReadUnderTheKeyOfItsNextVersion() {
        cache.set("key", "value");

        assertThat(cache.incrVersion("key")).isEqualTo(2);

        assertThat(cache.version(2).get("key")).contains("value");
        assertThat(cache.get("key")).isEmpty();
    }

    @Test
    void aLongValueIsCompressedAndSigned() {
        cache.set("key", "x".repeat(5000));

        assertThat(stored("key")).hasSizeLessThan(200).startsWith(ValueFormat.SIGNED);
        assertThat(cache.get("key")).contains("x".repeat(5000));
    }
}

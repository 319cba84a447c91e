package org.cachette.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.KeyNotFoundException;
import org.cachette.backend.AllowList;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.JavaSerializer;
import org.cachette.backend.LogRecords;
import org.cachette.backend.ManualClock;
import org.cachette.backend.ValueFormat;
import org.cachette.config.OnError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store that holds what cannot be read. */
final class UnreadableEntriesTest {

    private final ManualClock clock = new ManualClock();
    private final BrokenStore store = new BrokenStore(
            new ValueFormat(new JavaSerializer(AllowList.of(""), UnreadableEntriesTest.class.getClassLoader())));

    private final LogRecords log = new LogRecords();
    private final Cache cache = store.cache(OnError.MISS, clock, Runnable::run);

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    private void plant(String fullKey, byte kind, String bytes) {
        store.entries.put(fullKey, new Entry<>(new Encoded(kind, bytes.getBytes(StandardCharsets.UTF_8)), Entry.NEVER));
    }

    @Test
    @Tag("DJ-SER-04")
    @Tag("DJ-SER-09")
    void entriesThatCannotBeReadAreMissesAndWarnedAboutOnce() {
        plant(":1:object", ValueFormat.OBJECT, "rubbish");
        plant(":1:number", ValueFormat.NUMBER, "1.5e");
        plant(":1:page", ValueFormat.RESPONSE, "rubbish");
        plant(":1:unknown", (byte) '?', "rubbish");
        cache.set("fine", "value");

        for (String key : List.of("object", "number", "page", "unknown")) {
            assertThat(cache.get(key)).isEmpty();
            assertThatThrownBy(() -> cache.incr(key)).isInstanceOf(KeyNotFoundException.class);
        }
        assertThat(cache.getMany(List.of("object", "fine"))).isEqualTo(Map.of("fine", "value"));
        assertThat(log.warnings()).singleElement().asString().contains("\"pages\"", "cannot be read");
    }

    @Test
    void getOrSetReplacesAnEntryThatCannotBeRead() {
        plant(":1:key", ValueFormat.OBJECT, "rubbish");

        assertThat(cache.<String>getOrSet("key", () -> "new")).isEqualTo("new");
        assertThat(cache.get("key")).contains("new");
    }

    @Test
    void anEntryThatCannotBeReadIsNoOutage() {
        plant(":1:key", ValueFormat.OBJECT, "rubbish");
        Cache throwing = store.cache(OnError.THROW, clock, Runnable::run);

        assertThat(throwing.get("key")).isEmpty();
        assertThat(throwing.add("other", "value")).isTrue();
    }
}

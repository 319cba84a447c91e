package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

/** What callers see of a store that refuses entries once it is full. Comes with an {@link OutageContract}. */
public interface FullStoreContract {

    /** A started server with room for less than 20 MB, which refuses what comes then. */
    StoreServer startedSmallServer();

    /** See {@link OutageContract#open}. */
    NamedCaches open(String address, Duration timeLimit, String... others);

    /** See {@link OutageContract#log}. */
    LogRecords log();

    @Test
    default void aServerWithoutRoomRefusesEntriesAndKeepsWhatItHas() {
        try (StoreServer server = startedSmallServer();
                NamedCaches caches = open(server.address(), OutageContract.LONG_LIMIT, "default.timeout", "forever")) {
            Cache cache = caches.getDefault();
            String value = "x".repeat(100_000);

            for (int i = 0; i < 200; i++) {
                cache.set("key" + i, value);
            }

            assertThat(cache.get("key0")).contains(value);
            assertThat(cache.get("key199")).isEmpty();
            assertThat(cache.add("key199", value)).isFalse();
            assertThat(cache.setMany(Map.of("key199", value))).containsExactly("key199");
            assertThat(cache.delete("key0")).isTrue();
            assertThat(log().warnings()).hasSize(1);
        }
    }
}

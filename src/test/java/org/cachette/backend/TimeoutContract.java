package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For how long. */
public interface TimeoutContract extends UnderTest {

    @Test
    @Tag("DJ-TTL-01")
    @Tag("DJ-LOCMEM-18")
    @Tag("DJ-LOCMEM-19")
    default void anEntryExpiresAfterItsTimeout() {
        cache().set("key", "value", Timeout.ofSeconds(1));

        assertThat(cache().hasKey("key")).isTrue();
        passTime(Duration.ofSeconds(2));
        assertThat(cache().get("key")).isEmpty();
        assertThat(cache().hasKey("key")).isFalse();
        assertThat(cache().delete("key")).isFalse();
        assertThat(cache().touch("key")).isFalse();
    }

    @Test
    @Tag("DJ-TTL-01")
    default void withoutATimeoutTheCachesOwnApplies() {
        Cache cache = caches("default.timeout", "1").getDefault();

        cache.set("set", "value");
        cache.add("add", "value");
        cache.setMany(Map.of("many", "value"));
        passTime(Duration.ofSeconds(2));

        assertThat(cache.hasKey("set")).isFalse();
        assertThat(cache.hasKey("add")).isFalse();
        assertThat(cache.hasKey("many")).isFalse();
    }

    @Test
    @Tag("DJ-API-07")
    default void addStoresInPlaceOfAnExpiredEntry() {
        cache().set("key", "old", Timeout.ofSeconds(1));
        passTime(Duration.ofSeconds(2));

        assertThat(cache().add("key", "new")).isTrue();
        assertThat(cache().get("key")).contains("new");
    }

    @Test
    @Tag("DJ-TTL-02")
    @Tag("DJ-TTL-03")
    default void noTimeoutKeepsNothingAndDropsWhatWasThere() {
        for (Timeout none : new Timeout[] {Timeout.NONE, Timeout.ofSeconds(0), Timeout.ofSeconds(-5)}) {
            cache().set("set", "old");
            cache().set("many", "old");
            cache().set("touched", "old");

            cache().set("set", "new", none);
            assertThat(cache().setMany(Map.of("many", "new"), none)).isEmpty();
            assertThat(cache().add("added", "new", none)).isTrue();
            assertThat(cache().touch("touched", none)).isTrue();

            assertThat(cache().hasKey("set")).isFalse();
            assertThat(cache().hasKey("many")).isFalse();
            assertThat(cache().hasKey("added")).isFalse();
            assertThat(cache().hasKey("touched")).isFalse();
        }
    }

    @Test
    @Tag("DJ-TTL-02")
    default void addWithNoTimeoutLeavesAnEntryAsItIs() {
        cache().set("key", "old");

        assertThat(cache().add("key", "new", Timeout.NONE)).isFalse();
        assertThat(cache().get("key")).contains("old");
    }

    @Test
    @Tag("DJ-TTL-13")
    default void aCachesOwnTimeoutOfZeroKeepsNothing() {
        Cache cache = caches("default.timeout", "0").getDefault();

        cache.set("key", "value");

        assertThat(cache.hasKey("key")).isFalse();
    }

    @Test
    @Tag("DJ-TTL-04")
    default void aTimeoutMayHaveFractionsOfASecond() {
        cache().set("long", "value", Timeout.of(Duration.ofMillis(100_200)));
        cache().set("short", "value", Timeout.of(Duration.ofMillis(900)));

        assertThat(cache().hasKey("long")).isTrue();
        passTime(Duration.ofSeconds(2));
        assertThat(cache().hasKey("long")).isTrue();
        assertThat(cache().hasKey("short")).isFalse();
    }

    @Test
    @Tag("DJ-TTL-05")
    default void aTimeoutMayBeLongerThanThirtyDays() {
        cache().set("set", "value", Timeout.ofSeconds(60 * 60 * 24 * 30 + 1));
        cache().add("add", "value", Timeout.ofSeconds(60 * 60 * 24 * 30 + 1));
        cache().setMany(Map.of("many", "value"), Timeout.of(Duration.ofDays(365)));
        cache().set("most", "value", Timeout.of(Duration.ofSeconds(Long.MAX_VALUE)));

        assertThat(cache().getMany(List.of("set", "add", "many", "most"))).hasSize(4);
    }

    @Test
    @Tag("DJ-TTL-06")
    default void whatIsForEverNeverExpires() {
        cache().set("set", "value", Timeout.FOREVER);
        cache().add("add", "value", Timeout.FOREVER);
        cache().setMany(Map.of("many", "value"), Timeout.FOREVER);
        cache().set("touched", "value", Timeout.ofSeconds(1));
        assertThat(cache().touch("touched", Timeout.FOREVER)).isTrue();
        passTime(Duration.ofSeconds(2));

        assertThat(cache().getMany(List.of("set", "add", "many", "touched"))).hasSize(4);
    }

    @Test
    @Tag("DJ-REDIS-10")
    default void touchingForEverWhatIsForEverIsTrue() {
        cache().set("key", "value", Timeout.FOREVER);

        assertThat(cache().touch("key", Timeout.FOREVER)).isTrue();
    }

    @Test
    @Tag("DJ-TTL-07")
    default void touchGivesTheCachesOwnTimeout() {
        Cache cache = caches("default.timeout", "1").getDefault();
        cache.set("key", "value", Timeout.ofSeconds(60));

        assertThat(cache.touch("key")).isTrue();
        passTime(Duration.ofSeconds(2));

        assertThat(cache.hasKey("key")).isFalse();
    }

    @Test
    @Tag("DJ-TTL-07")
    default void touchProlongsALife() {
        cache().set("key", "value", Timeout.ofSeconds(1));

        assertThat(cache().touch("key", Timeout.ofSeconds(60))).isTrue();
        passTime(Duration.ofSeconds(2));

        assertThat(cache().get("key")).contains("value");
    }

    @Test
    @Tag("DJ-TTL-08")
    default void touchOfAMissingKeyCreatesNothing() {
        assertThat(cache().touch("missing")).isFalse();
        assertThat(cache().hasKey("missing")).isFalse();
    }

    @Test
    @Tag("DJ-TTL-09")
    @Tag("DJ-CFG-12")
    default void aCachesOwnTimeoutMayBeForEver() {
        Cache cache = caches("default.timeout", "forever").getDefault();

        cache.set("key", "value");
        passTime(Duration.ofSeconds(4));

        assertThat(cache.hasKey("key")).isTrue();
    }

    @Test
    @Tag("DJ-TTL-10")
    default void readingDoesNotProlongALife() {
        cache().set("key", "value", Timeout.ofSeconds(3));

        passTime(Duration.ofSeconds(2));
        assertThat(cache().get("key")).contains("value");
        passTime(Duration.ofSeconds(2));

        assertThat(cache().get("key")).isEmpty();
    }
}

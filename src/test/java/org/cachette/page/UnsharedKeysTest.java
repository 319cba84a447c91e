package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cachette.backend.ManualClock;
import org.junit.jupiter.api.Test;

final class UnsharedKeysTest {

    private final ManualClock clock = new ManualClock();
    private final UnsharedKeys keys = new UnsharedKeys(clock);

    @Test
    void aKeyIsRememberedForHalfAMinute() {
        keys.add("private");

        clock.pass(Duration.ofMillis(29_999));
        assertThat(keys.contains("private")).isTrue();
        assertThat(keys.contains("other")).isFalse();

        clock.pass(Duration.ofMillis(1));
        assertThat(keys.contains("private")).isFalse();
        assertThat(keys.size()).isZero();
    }

    @Test
    void theMemoryIsBounded() {
        for (int i = 0; i < 3 * UnsharedKeys.MOST; i++) {
            keys.add("key" + i);
            assertThat(keys.size()).isLessThanOrEqualTo(UnsharedKeys.MOST);
        }

        assertThat(keys.contains("key" + (3 * UnsharedKeys.MOST - 1))).isTrue();
    }

    @Test
    void whatHasEndedMakesRoom() {
        keys.add("old");
        clock.pass(UnsharedKeys.KEPT.dividedBy(2));
        for (int i = 1; i < UnsharedKeys.MOST; i++) {
            keys.add("key" + i);
        }
        clock.pass(UnsharedKeys.KEPT.dividedBy(2));

        keys.add("new");

        assertThat(keys.size()).isEqualTo(UnsharedKeys.MOST);
        assertThat(keys.contains("key1")).isTrue();
    }
}

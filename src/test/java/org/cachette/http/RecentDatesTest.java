package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RecentDatesTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00.999Z");

    private final RecentDates dates = new RecentDates();

    @Test
    void writeEachSecondAsHttpDatesDoHoweverOftenAndInWhateverOrder() {
        for (int round = 0; round < 3; round++) {
            for (int second = 1000; second > -1000; second -= 7) {
                Instant instant = START.plusSeconds(second);
                assertThat(dates.format(instant)).isEqualTo(HttpDates.format(instant));
            }
        }
    }

    @Test
    void tellTheSameSecondInTheSameWordsWhateverTheFraction() {
        assertThat(dates.format(START)).isSameAs(dates.format(START.minusMillis(999)));
    }

    @Test
    void writeDatesFromBeforeTheEpoch() {
        assertThat(dates.format(Instant.ofEpochSecond(-1))).isEqualTo("Wed, 31 Dec 1969 23:59:59 GMT");
    }

    @Test
    void refuseYearsThatDoNotFit() {
        assertThatThrownBy(() -> dates.format(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
    }
}

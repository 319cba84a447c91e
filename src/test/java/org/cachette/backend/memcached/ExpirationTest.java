package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.backend.Entry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DJ-MC-06")
@Tag("DJ-TTL-12")
final class ExpirationTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final long SERVER_NOW = NOW + 5_000;
    private static final long THIRTY_DAYS = 2_592_000;

    private static long of(long millis) {
        return Expiration.of(NOW + millis, NOW, SERVER_NOW);
    }

    @Test
    void forEverIsZero() {
        assertThat(Expiration.of(Entry.NEVER, NOW, SERVER_NOW)).isZero();
        assertThat(Expiration.ofLife(Expiration.NO_END, SERVER_NOW)).isZero();
        assertThat(Expiration.expiry(Expiration.NO_END, NOW)).isEqualTo(Entry.NEVER);
    }

    @Test
    void anEntryLivesAtLeastItsTimeout() {
        assertThat(of(1)).isEqualTo(2);
        assertThat(of(1000)).isEqualTo(2);
        assertThat(of(1001)).isEqualTo(3);
        assertThat(of(-1)).isEqualTo(1);
    }

    @Test
    void beyondThirtyDaysItIsATimeOfTheServersClock() {
        assertThat(of((THIRTY_DAYS - 1) * 1000)).isEqualTo(THIRTY_DAYS);
        assertThat(of(THIRTY_DAYS * 1000)).isEqualTo(SERVER_NOW / 1000 + THIRTY_DAYS + 1);
        assertThat(of(Long.MAX_VALUE / 2)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aLifeThatIsReadAndWrittenAgainStaysAsItIs() {
        for (long life : new long[] {1, 2, 100, THIRTY_DAYS}) {
            assertThat(Expiration.of(Expiration.expiry(life, NOW), NOW + 1, SERVER_NOW))
                    .isEqualTo(life);
        }
    }
}

package org.cachette.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long the gateway waits, on a clock that goes on only where somebody waits. */
final class PatienceTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final AtomicLong clock = new AtomicLong(7);
    private final Upload upload = new Upload(new ByteArrayInputStream(new byte[4]), clock::get);
    private final LateAnswer answer = new LateAnswer();

    @Test
    void theOriginHasItsWholeTimeAndNoMore() {
        assertThatExceptionOfType(HttpTimeoutException.class)
                .isThrownBy(() -> new Patience(LIMIT).await(answer, upload));
        assertThat(clock).hasValue(7 + LIMIT.toNanos());
        assertThat(answer).isCancelled();
    }

    @Test
    void anUploadMayTakeLongerThanTheOriginMay() throws Exception {
        answer.bytesMoving = 4;

        assertThat(new Patience(LIMIT).await(answer, upload)).isNull();
        assertThat(clock).hasValueGreaterThan(7 + 2 * LIMIT.toNanos());
    }

    /** Comes when all content has gone on, of which a byte moves in the middle of each wait; never without content. */
    private final class LateAnswer extends CompletableFuture<HttpResponse<InputStream>> {

        private int bytesMoving = -1;

        @Override
        public HttpResponse<InputStream> get(long time, TimeUnit unit) throws TimeoutException {
            long half = unit.toNanos(time) / 2;
            clock.addAndGet(half);
            if (bytesMoving == 0) {
                return null;
            } else if (bytesMoving > 0) {
                moveByte();
            }
            clock.addAndGet(unit.toNanos(time) - half);
            throw new TimeoutException();
        }

        private void moveByte() {
            try {
                upload.read();
                bytesMoving--;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

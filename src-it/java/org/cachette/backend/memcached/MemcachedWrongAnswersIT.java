package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.backend.LogRecords;
import org.cachette.backend.Together;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

/** Servers that answer wrongly, by halves, late, or not at all. */
final class MemcachedWrongAnswersIT {

    private static String right(String line) {
        return "VA 6 f" + EntryBytes.PLAIN + FakeServer.tokens(line) + "\r\nSright\r\n";
    }

    @Test
    void afterAConnectionCutInTheMiddleOfAnAnswerTheNextIsRight() {
        AtomicInteger number = new AtomicInteger();
        try (LogRecords log = new LogRecords();
                FakeServer server = new FakeServer(line -> {
                    String whole = right(line);
                    int cut = number.getAndIncrement();
                    return cut < whole.length() ? whole.substring(0, cut) + "CUT" : whole;
                });
                NamedCaches caches = TestCaches.on(server.location())) {
            Cache cache = caches.getDefault();

            for (int i = 0; i < 3; i++) {
                cache.get("key").ifPresent(value -> assertThat(value).isEqualTo("right"));
            }
            number.set(1000);

            await().atMost(Duration.ofSeconds(5)).until(() -> cache.get("key").isPresent());
            assertThat(cache.get("key")).contains("right");
            assertThat(log.warnings()).hasSize(1);
        }
    }

    @Test
    void answersThatAreNoneNeverReachTheCaller() {
        List<String> wrong = List.of(
                "VA 6 f" + EntryBytes.PLAIN + " k:1:key O999999\r\nSwrong\r\n",
                "VA 6 f" + EntryBytes.PLAIN + " k:1:other O%s\r\nSwrong\r\n",
                "VA 6 f" + EntryBytes.PLAIN + "\r\nSwrong\r\n",
                "VA 5 f" + EntryBytes.PLAIN + " k:1:key O%s\r\nSwrong\r\n",
                "VA -1 f" + EntryBytes.PLAIN + " k:1:key O%s\r\nSwrong\r\n",
                "VA 99999999999999999999 k:1:key O%s\r\n",
                "VA 9223372036854775807 k:1:key O%s\r\n",
                "VA 2147483647 k:1:key O%s\r\n",
                "VA x\r\n",
                "VALUE key 0 6\r\nSwrong\r\nEND\r\n",
                "ERROR\r\n",
                "CLIENT_ERROR bad command line format\r\n",
                "SERVER_ERROR out of memory writing get response\r\n",
                "\r\n",
                "\n",
                "\u0000\u00FF\r\n",
                "x".repeat(100_000),
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        for (String answer : wrong) {
            try (FakeServer server =
                            new FakeServer(line -> answer.replace("%s", line.substring(line.lastIndexOf('O') + 1)));
                    NamedCaches caches = TestCaches.on(server.location(), "on-error", "throw")) {
                assertThatThrownBy(() -> caches.getDefault().get("key"))
                        .as(answer.strip())
                        .isInstanceOf(CacheException.class);
            }
        }
    }

    @Test
    void anItemThatIsToBeAGigabyteTakesNoMemoryAndNoMoreTimeThanTheLimit() {
        try (FakeServer server = new FakeServer(
                        line -> "VA 1073741824 f1" + FakeServer.tokens(line) + "\r\n" + "x".repeat(100_000));
                NamedCaches caches = TestCaches.on(server.location(), "options.time-limit", "250")) {
            long start = System.nanoTime();

            assertThat(caches.getDefault().get("key")).isEmpty();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aLateAnswerIsNeverTakenForTheNextOne() throws Exception {
        AtomicReference<String> late = new AtomicReference<>("");
        try (FakeServer server =
                        new FakeServer(line -> late.getAndUpdate(before -> before.isEmpty() ? right(line) : before));
                NamedCaches caches = TestCaches.on(server.location(), "options.time-limit", "100")) {
            assertThat(caches.getDefault().get("first")).isEmpty();

            // The answer to the first request comes in place of one to the second.
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                assertThat(caches.getDefault().get("second")).isEmpty();
                return server.connections() > 2;
            });
        }
    }

    @Test
    void aSilentServerHoldsNobodyLongerThanTheLimit() throws Exception {
        try (FakeServer server = new FakeServer(line -> "");
                NamedCaches caches = TestCaches.on(server.location(), "options.time-limit", "PT0.1S")) {
            List<Long> nanos = Together.run(16, () -> {
                long start = System.nanoTime();
                assertThat(caches.getDefault().get("key")).isEmpty();
                return System.nanoTime() - start;
            });

            assertThat(nanos).allMatch(time -> time < Duration.ofMillis(600).toNanos());
        }
    }
}

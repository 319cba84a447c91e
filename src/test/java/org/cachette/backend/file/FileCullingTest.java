package org.cachette.backend.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.backend.CullingContract.numbersIn;
import static org.cachette.backend.CullingContract.set;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.cachette.backend.CullingContract;
import org.cachette.backend.ManualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FileCullingTest extends FileCase implements CullingContract {

    @Override
    public ManualClock clock() {
        return clock;
    }

    @Override
    public int stored(Cache cache, int to) {
        try {
            return names().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Tag("DJ-FILE-19")
    void entriesOfAnEarlierProcessCount() throws IOException {
        set(open(30, 3), 0, 29);
        Cache cache = open(30, 3);

        set(cache, 29, 31);

        assertThat(names()).hasSize(21);
        assertThat(cache.hasKey("key30")).isTrue();
    }

    @Test
    void whatWasSetOrCountedAgainIsKeptBeforeWhatWasNot() {
        Cache cache = open(9, 3);
        IntStream.range(0, 9).forEach(i -> cache.set("key" + i, i));
        IntStream.range(0, 3).forEach(i -> cache.incr("key" + i));
        set(cache, 3, 6);

        set(cache, 9, 10);

        assertThat(numbersIn(cache, 10)).containsExactly(0, 1, 2, 3, 4, 5, 9);
    }

    @Test
    void expiredEntriesGoBeforeThoseUsedLeast() {
        Cache cache = open(9, 3);
        set(cache, 0, 6);
        IntStream.range(6, 9).forEach(i -> cache.set("key" + i, "short", Timeout.ofSeconds(1)));
        clock.pass(Duration.ofSeconds(2));

        set(cache, 9, 10);

        assertThat(numbersIn(cache, 10)).containsExactly(0, 1, 2, 3, 4, 5, 9);
    }

    @Test
    void expiredEntriesOfAnEarlierProcessGoFirst() throws IOException {
        Cache earlier = open(9, 3);
        earlier.set("short", "value", Timeout.ofSeconds(1));
        set(earlier, 0, 8);
        clock.pass(Duration.ofSeconds(2));
        Cache cache = open(9, 3);

        set(cache, 8, 9);

        assertThat(file("short")).doesNotExist();
    }

    @Test
    void lastUseOutlivesTheProcess() throws IOException {
        Cache earlier = open(9, 3);
        set(earlier, 0, 9);
        for (int i = 0; i < 9; i++) {
            Files.setLastModifiedTime(file("key" + i), FileTime.from(clock.instant()));
        }
        clock.pass(Duration.ofSeconds(90));
        IntStream.range(0, 6).forEach(i -> earlier.get("key" + i));
        Cache cache = open(9, 3);

        set(cache, 9, 10);

        assertThat(numbersIn(cache, 10)).containsExactly(0, 1, 2, 3, 4, 5, 9);
    }

    @Test
    void aReadIsWrittenBackOnceAMinute() throws IOException {
        Cache cache = open();
        cache.set("key", "value");
        FileTime written = FileTime.from(clock.instant());
        Files.setLastModifiedTime(file("key"), written);

        clock.pass(Duration.ofSeconds(59));
        cache.get("key");
        assertThat(Files.getLastModifiedTime(file("key"))).isEqualTo(written);
        clock.pass(Duration.ofSeconds(1));
        cache.get("key");

        assertThat(Files.getLastModifiedTime(file("key"))).isEqualTo(FileTime.from(clock.instant()));
    }

    @Test
    void whatAnotherProcessWritesIsCountedInTime() throws IOException {
        Cache cache = open(1000, 2);
        set(cache, 0, 1);
        set(open(1000, 2), 1000, 1900);

        set(cache, 1, 400);

        assertThat(names()).hasSizeLessThan(1000);
    }

    @Test
    void whatAnotherProcessDeletesIsForgottenInTime() throws IOException {
        Cache cache = open(1000, 2);
        set(cache, 0, 900);
        open(1000, 2).clear();

        set(cache, 1000, 1700);

        assertThat(names()).hasSize(700);
    }

    @Test
    void theVictimsOfALargeCullLeaveTheDiskLittleByLittle() throws IOException {
        Cache cache = open(3000, 1);
        set(cache, 0, 3001);
        assertThat(names()).hasSize(2501);

        set(cache, 3001, 3001 + 1250);

        assertThat(names()).hasSize(1251);
        assertThat(numbersIn(cache, 3000)).isEmpty();
    }
}

package org.cachette.backend.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.KeyNotFoundException;
import org.cachette.backend.LogRecords;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A directory that cannot be used, and what a failed write leaves behind. */
final class FileOutageTest extends FileCase {

    /** Puts a file in the directory's place; modes would not keep root out. */
    private Path breakTheStore() throws IOException {
        if (Files.exists(directory())) {
            try (Stream<Path> files = Files.list(directory())) {
                files.forEach(FileOutageTest::delete);
            }
            Files.delete(directory());
        }
        return Files.writeString(directory(), "no directory");
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStoreThatFailsCountsAsEmptyAndIsWarnedAboutOnce() throws IOException {
        Cache cache = open("on-error", "miss");
        cache.set("key", "value");
        breakTheStore();

        try (LogRecords log = new LogRecords()) {
            for (int i = 0; i < 20; i++) {
                assertThat(cache.get("key")).isEmpty();
                assertThat(cache.hasKey("key")).isFalse();
                assertThat(cache.add("key", "value")).isFalse();
                assertThat(cache.touch("key")).isFalse();
                assertThat(cache.delete("key")).isFalse();
                assertThat(cache.setMany(Map.of("key", "value"))).containsExactly("key");
                assertThatThrownBy(() -> cache.incr("key")).isInstanceOf(KeyNotFoundException.class);
                assertThat(cache.getOrSet("key", () -> "computed")).isEqualTo("computed");
                cache.set("key", "value");
                cache.clear();
                clock.pass(Duration.ofSeconds(1));
            }
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains(directory().toString());
        }
    }

    @Test
    void aStoreThatIsBackIsUsedAgain() throws IOException {
        Cache cache = open("on-error", "miss");
        Path obstacle = breakTheStore();
        cache.set("key", "value");
        assertThat(cache.get("key")).isEmpty();

        Files.delete(obstacle);
        clock.pass(Duration.ofSeconds(5));
        cache.set("key", "value");

        assertThat(cache.get("key")).contains("value");
    }

    @Test
    void failuresAreThrownToThoseWhoWantToKnow() throws IOException {
        Cache cache = open();
        breakTheStore();

        assertThatThrownBy(() -> cache.get("key"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(directory().toString());
        assertThatThrownBy(() -> cache.set("key", "value")).isInstanceOf(CacheException.class);
    }

    @Test
    void afterAFailedSetTheOldValueIsGone() throws IOException {
        Cache cache = open("options.time-limit", "1");
        cache.set("key", "old");
        try (FileChannel held = holdAllLocks()) {
            assertThat(held.isOpen()).isTrue();
            assertThatThrownBy(() -> cache.set("key", "new")).hasMessageContaining("for more than 1 ms");
        }

        assertThat(cache.get("key")).isEmpty();
        assertThat(names()).isEmpty();
    }

    /** As a process that was stopped in the middle of a write. */
    private FileChannel holdAllLocks() throws IOException {
        FileChannel channel = FileChannel.open(directory().resolve("lock.cachette"), StandardOpenOption.WRITE);
        FileLock lock = channel.lock();
        assertThat(lock.isValid()).isTrue();
        return channel;
    }

    @Test
    void nobodyWaitsForAStoppedProcessLongerThanTheLimit() throws IOException {
        Cache cache = open("options.time-limit", "1", "on-error", "miss");
        cache.set("key", 1);
        try (FileChannel held = holdAllLocks();
                LogRecords log = new LogRecords()) {
            assertThat(held.isOpen()).isTrue();
            assertThat(cache.get("key")).contains(1L);
            assertThatThrownBy(() -> cache.incr("key")).isInstanceOf(KeyNotFoundException.class);
            assertThat(cache.add("other", 1)).isFalse();
            assertThat(log.warnings()).hasSize(1);
        }
        clock.pass(Duration.ofSeconds(5));

        assertThat(cache.incr("key")).isEqualTo(2);
    }

    @Test
    void aFailedMoveLeavesTheEntryWhereItIs() throws IOException {
        Cache cache = open();
        cache.set("key", "value");
        Files.createDirectory(directory().resolve(EntryKey.of(":2:key").name().fileName()));

        assertThatThrownBy(() -> cache.incrVersion("key")).isInstanceOf(CacheException.class);

        assertThat(cache.get("key")).contains("value");
        assertThat(names()).hasSize(2);
    }

    @Test
    void whatIsTooLongIsRefusedAndTheOldValueIsGone() throws IOException {
        Cache cache = open("options.max-entry-bytes", "1000");
        cache.set("key", "old");
        String tooLong = "x".repeat(1000);

        try (LogRecords log = new LogRecords()) {
            cache.set("key", tooLong);
            assertThat(cache.get("key")).isEmpty();
            assertThat(cache.add("key", tooLong)).isFalse();
            assertThat(cache.setMany(Map.of("key", tooLong, "fine", "value"))).containsExactly("key");
            assertThat(cache.get("fine")).contains("value");
            assertThat(log.warnings()).singleElement().asString().contains("options.max-entry-bytes=1000");
        }
    }

    @Test
    void anInterruptedThreadUsesTheCacheAndStaysInterrupted() {
        Cache cache = open();
        cache.set("count", 1);
        Thread.currentThread().interrupt();

        try {
            cache.set("key", "value");
            assertThat(cache.get("key")).contains("value");
            assertThat(cache.incr("count")).isEqualTo(2);
            assertThat(cache.delete("key")).isTrue();
            cache.clear();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    @Tag("DJ-FILE-07")
    void aDeletedLockFileIsMadeAgain() throws IOException {
        Cache cache = open();
        cache.set("count", 1);
        Files.delete(directory().resolve("lock.cachette"));

        assertThat(cache.incr("count")).isEqualTo(2);
        assertThat(directory().resolve("lock.cachette")).exists();
    }
}

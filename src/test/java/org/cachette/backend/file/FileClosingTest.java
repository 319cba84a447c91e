package org.cachette.backend.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.concurrent.FutureTask;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing while others write. */
final class FileClosingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    private FileStore store(long timeLimit) {
        return new FileStore(
                "cache", "setting", directory, new Limits(100, 3, 1 << 20, timeLimit), InstantSource.system());
    }

    private static void set(FileStore store, EntryKey key) throws IOException {
        store.set(key, new Encoded(ValueFormat.STRING, new byte[] {'a'}), Entry.NEVER);
    }

    private static FutureTask<Boolean> closing(FileStore store) {
        return new FutureTask<>(() -> {
            store.close();
            return true;
        });
    }

    @Test
    void closingLetsAWriteKeepItsLockToItsEnd() throws Exception {
        FileStore store = store(60_000);
        EntryKey key = EntryKey.of("key");
        set(store, key);
        FutureTask<Boolean> closing = closing(store);

        store.replace(key, old -> {
            Thread thread = new Thread(closing);
            thread.start();
            while (!closing.isDone() && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertLocked(KeyLocks.stripe(key.name()));
            return old;
        });

        assertThat(closing.get()).isTrue();
        set(store, key);
        assertThat(store.find(key)).isNotNull();
        store.close();
    }

    private void assertLocked(int stripe) {
        try (FileChannel other = FileChannel.open(directory.resolve("lock.cachette"), StandardOpenOption.WRITE)) {
            assertThatThrownBy(() -> other.tryLock(stripe, 1, false)).isInstanceOf(OverlappingFileLockException.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void closingWaitsForAWriteNoLongerThanTheLimit() throws Exception {
        FileStore store = store(1);
        EntryKey key = EntryKey.of("key");
        set(store, key);
        FutureTask<Boolean> closing = closing(store);

        store.replace(key, old -> {
            new Thread(closing).start();
            while (!closing.isDone()) {
                Thread.onSpinWait();
            }
            return old;
        });

        assertThat(closing.get()).isTrue();
    }
}

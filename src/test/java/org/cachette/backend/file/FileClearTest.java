package org.cachette.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.FutureTask;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clearing while others write. */
final class FileClearTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void aTouchDuringAClearBringsNothingBack() throws Exception {
        FileStore store = new FileStore(
                "cache", "setting", directory, new Limits(100, 3, 1 << 20, 60_000), InstantSource.system());
        EntryKey key = EntryKey.of("key");
        store.set(key, new Encoded(ValueFormat.STRING, new byte[] {'a'}), Entry.NEVER);
        FutureTask<Boolean> clearing = new FutureTask<>(() -> clear(store));

        store.replace(key, old -> {
            Thread thread = new Thread(clearing);
            thread.start();
            while (!clearing.isDone() && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            return old;
        });

        assertThat(clearing.get()).isTrue();
        assertThat(store.find(key)).isNull();
        store.close();
    }

    private static boolean clear(FileStore store) throws IOException {
        store.clear();
        return true;
    }
}

package org.cachette.backend.file;

import java.nio.file.Path;
import java.util.Map;
import org.cachette.backend.BackendContract;
import org.junit.jupiter.api.io.TempDir;

/** Files whose entries are signed and compressed. */
final class FileSignedTest extends BackendContract {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Override
    protected Map<String, String> applicationSettings() {
        return Map.of("cachette.serializer.secret", "0123456789abcdef");
    }

    @Override
    protected Map<String, String> backendSettings() {
        String location = directory.resolve("cache").toString();
        return Map.of("backend", "file", "location", location, "compress-above", "100", "options.time-limit", "10000");
    }
}

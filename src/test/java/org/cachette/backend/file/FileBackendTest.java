package org.cachette.backend.file;

import java.nio.file.Path;
import java.util.Map;
import org.cachette.backend.BackendContract;
import org.junit.jupiter.api.io.TempDir;

final class FileBackendTest extends BackendContract {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Override
    protected Map<String, String> backendSettings() {
        return Map.of(
                "backend",
                "file",
                "location",
                directory.resolve("cache").toString(),
                "options.time-limit",
                "10000"); // a build machine may be busy
    }
}

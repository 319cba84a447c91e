package org.cachette.backend.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.cachette.backend.BackendSettings;
import org.jspecify.annotations.Nullable;

/** Reads the setting {@code location}. */
final class Location {

    private static final String EXPECTED = "the absolute path of a directory, such as /var/cache/shop";

    private Location() {}

    /**
     * The directory, with symbolic links in what is there of its path resolved, so that it has one name. Null when the
     * setting cannot work, which the problems then know.
     */
    static @Nullable Path read(BackendSettings settings) {
        Path path = absolute(settings);
        if (path == null) {
            return null;
        }
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            wrong(settings, EXPECTED + " (" + there + " is not a directory)");
            return null;
        }
        try {
            return there.toRealPath().resolve(there.relativize(path)).normalize();
        } catch (IOException e) {
            return path;
        }
    }

    private static @Nullable Path absolute(BackendSettings settings) {
        try {
            Path path = Path.of(settings.location());
            if (path.isAbsolute() && path.getNameCount() > 0) {
                return path.normalize();
            }
            wrong(settings, EXPECTED);
        } catch (InvalidPathException e) {
            wrong(settings, EXPECTED + " (" + e.getReason() + ")");
        }
        return null;
    }

    private static void wrong(BackendSettings settings, String expected) {
        settings.problems().wrong(settings.setting("location"), settings.location(), expected);
    }
}

package org.cachette.backend.file;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Who may read what is made: the user of the server alone, from its first moment on. The umask, which belongs to the
 * whole process, is left as it is. Where a file system knows no modes, what it has instead applies.
 */
final class Modes {

    private final FileAttribute<?>[] directory;
    private final FileAttribute<?>[] file;

    private Modes(FileAttribute<?>[] directory, FileAttribute<?>[] file) {
        this.directory = directory;
        this.file = file;
    }

    static Modes of(Path place) {
        if (!place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new Modes(new FileAttribute<?>[0], new FileAttribute<?>[0]);
        }
        return new Modes(modes("rwx------"), modes("rw-------"));
    }

    private static FileAttribute<?>[] modes(String modes) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(modes))};
    }

    FileAttribute<?>[] directory() {
        return directory;
    }

    FileAttribute<?>[] file() {
        return file;
    }
}

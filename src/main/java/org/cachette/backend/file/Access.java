package org.cachette.backend.file;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Something to do with files that gives a result. */
interface Access<T> {

    T run() throws IOException;

    /** The failure of a file as that of a store. */
    static <T> T unchecked(Access<T> access) {
        try {
            return access.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.cachette.backend.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A directory's files, one after the other as they are read. For one thread at a time. */
record Listing(Closeable source, Iterator<Path> paths) implements Closeable {

    static final Listing NOTHING = new Listing(() -> {}, Collections.emptyIterator());

    /** Null after the last one. */
    @Nullable
    Path next() throws IOException {
        try {
            return paths.hasNext() ? paths.next() : null;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

package org.cachette.samples.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The content of an answer, on its way.
 *
 * @param types the lines of its {@code Content-Type}, empty when the origin does not say
 */
record Content(InputStream bytes, List<String> types) implements Closeable {

    /** Gives up what nobody reads, and the connection on which it comes. */
    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

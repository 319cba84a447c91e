package org.cachette.samples.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The content of a request on its way to the origin, who need not answer while there is more to come. */
class Upload extends FilterInputStream {

    private volatile long moved = System.nanoTime();

    Upload(InputStream content) {
        super(content);
    }

    /** How long nothing has moved. */
    Duration rest() {
        return Duration.ofNanos(System.nanoTime() - moved);
    }

    @Override
    public int read() throws IOException {
        return note(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return note(super.read(bytes, offset, length));
    }

    private int note(int result) {
        moved = System.nanoTime();
        return result;
    }
}

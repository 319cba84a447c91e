package org.cachette.samples.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The content of a request on its way to the origin, who need not answer while there is more to come. */
class Upload extends FilterInputStream {

    private final LongSupplier nanoTime;
    private volatile long moved;

    /** With a clock that counts nanoseconds from any moment on. */
    Upload(InputStream content, LongSupplier nanoTime) {
        super(content);
        this.nanoTime = nanoTime;
        this.moved = nanoTime.getAsLong();
    }

    /** How long nothing has moved. */
    Duration rest() {
        return Duration.ofNanos(nanoTime.getAsLong() - moved);
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
        moved = nanoTime.getAsLong();
        return result;
    }
}

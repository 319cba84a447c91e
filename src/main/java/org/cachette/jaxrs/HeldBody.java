package org.cachette.jaxrs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Holds a body until it is whole, or lets it through from the moment it passes the limit. */
final class HeldBody extends OutputStream {

    private final OutputStream client;
    private final int limit;
    private final Runnable beforePassing;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(4096);
    private boolean passing;

    /**
     * @param limit bytes
     * @param beforePassing run once, before the first byte goes to the client
     */
    HeldBody(OutputStream client, int limit, Runnable beforePassing) {
        this.client = client;
        this.limit = limit;
        this.beforePassing = beforePassing;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!passing && held.size() > limit - length) {
            passing = true;
            beforePassing.run();
            held.writeTo(client);
            held.reset();
        }
        if (passing) {
            client.write(bytes, offset, length);
        } else {
            held.write(bytes, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        if (passing) {
            client.flush();
        }
    }

    /** Whether the body passed the limit and is on its way. */
    boolean isPassing() {
        return passing;
    }

    byte[] bytes() {
        return held.toByteArray();
    }
}

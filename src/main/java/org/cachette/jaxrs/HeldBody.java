package org.cachette.jaxrs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Holds a body until it is whole, or lets it through from the moment it passes a limit. A stream, which may be endless,
 * passes from its first flush on, and is copied up to the limit.
 */
final class HeldBody extends OutputStream {

    /** What is done while a body passes. */
    interface Passing {

        /** Before the first byte goes to the client. */
        void begins();

        /** When the body turns out to be larger than the limit. */
        void isTooLarge();
    }

    private final OutputStream client;
    private final int limit;
    private final boolean stream;
    private final Passing told;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(4096);
    private boolean passing;
    private boolean tooLarge;

    /** @param limit bytes that are held or copied */
    HeldBody(OutputStream client, int limit, boolean stream, Passing told) {
        this.client = client;
        this.limit = limit;
        this.stream = stream;
        this.told = told;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!tooLarge && held.size() > limit - length) {
            tooLarge = true;
            told.isTooLarge();
            pass();
            held.reset();
        }
        if (passing) {
            client.write(bytes, offset, length);
        }
        if (!tooLarge) {
            held.write(bytes, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        if (stream) {
            pass();
        }
        if (passing) {
            client.flush();
        }
    }

    private void pass() throws IOException {
        if (!passing) {
            passing = true;
            told.begins();
            held.writeTo(client);
        }
    }

    /** Whether the body is on its way. */
    boolean isPassing() {
        return passing;
    }

    /** Whether {@link #bytes} are all of the body so far. */
    boolean isWhole() {
        return !tooLarge;
    }

    byte[] bytes() {
        return held.toByteArray();
    }
}

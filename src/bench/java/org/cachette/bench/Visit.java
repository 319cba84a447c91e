package org.cachette.bench;

import jakarta.ws.rs.core.MultivaluedMap;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * The end of the line: takes headers and body as a server does, and sends them nowhere. Every header is read as text
 * and the body copied into a buffer, as before a socket; Jersey's own buffering is on, as in its containers.
 */
final class Visit extends OutputStream implements ContainerResponseWriter {

    private final byte[] buffer = new byte[8192];
    private int bodyLength;
    private int headLength;
    private @Nullable MultivaluedMap<String, String> headers;

    void begin() {
        bodyLength = 0;
        headLength = 0;
        headers = null;
    }

    int bodyLength() {
        return bodyLength;
    }

    MultivaluedMap<String, String> headers() {
        if (headers == null) {
            throw new IllegalStateException("there was no answer");
        }
        return headers;
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long contentLength, ContainerResponse response) {
        headers = response.getStringHeaders();
        headers.forEach(this::head);
        if (response.getStatus() != 200) {
            throw new IllegalStateException("status " + response.getStatus());
        }
        return this;
    }

    private void head(String name, List<String> lines) {
        for (String line : lines) {
            headLength += name.length() + line.length();
        }
    }

    @Override
    public void write(int b) {
        buffer[bodyLength++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        System.arraycopy(bytes, offset, buffer, bodyLength, length);
        bodyLength += length;
    }

    @Override
    public boolean suspend(long timeOut, TimeUnit unit, TimeoutHandler handler) {
        return false;
    }

    @Override
    public void setSuspendTimeout(long timeOut, TimeUnit unit) {
        throw new UnsupportedOperationException("nothing is suspended here");
    }

    @Override
    public void commit() {
        if (headLength == 0) {
            throw new IllegalStateException("an answer without headers");
        }
    }

    @Override
    public void failure(Throwable error) {
        throw new IllegalStateException(error);
    }

    @Override
    public boolean enableResponseBuffering() {
        return true;
    }
}

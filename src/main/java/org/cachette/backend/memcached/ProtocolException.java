package org.cachette.backend.memcached;

import java.io.IOException;

/** A server said what it should not have; nothing more that comes from this connection can be believed. */
final class ProtocolException extends IOException {

    private static final long serialVersionUID = 1L;

    ProtocolException(String message) {
        super(message);
    }
}

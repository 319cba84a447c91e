package org.cachette.http;

/** Ends the reading of a field value that its grammar does not know; never leaves this package. */
final class MalformedFieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedFieldException(String message) {
        super(message, null, false, false);
    }
}

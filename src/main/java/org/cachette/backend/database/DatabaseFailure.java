package org.cachette.backend.database;

/** A failure of the store: the message names the database, and the table where it matters. */
final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

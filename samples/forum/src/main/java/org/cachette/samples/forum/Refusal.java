package org.cachette.samples.forum;

import jakarta.ws.rs.core.Response.Status;

/** A request that can't be answered as it is; the message says to the visitor why. */
class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Status status;

    private Refusal(Status status, String reason) {
        super(reason);
        this.status = status;
    }

    static Refusal badRequest(String reason) {
        return new Refusal(Status.BAD_REQUEST, reason);
    }

    static Refusal forbidden(String reason) {
        return new Refusal(Status.FORBIDDEN, reason);
    }

    static Refusal notFound(String reason) {
        return new Refusal(Status.NOT_FOUND, reason);
    }

    Status status() {
        return status;
    }
}

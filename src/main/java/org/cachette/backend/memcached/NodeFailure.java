package org.cachette.backend.memcached;

/** A server does not answer, or not as it should. */
final class NodeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeFailure(Server server, String what, Throwable cause) {
        super("memcached at " + server + ": " + what, cause);
    }
}

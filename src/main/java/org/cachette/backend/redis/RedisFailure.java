package org.cachette.backend.redis;

/** A server does not answer, or not as it should. */
final class RedisFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedisFailure(Object server, String what, Throwable cause) {
        super("redis at " + server + ": " + what, cause);
    }

    RedisFailure(Object server, String what) {
        super("redis at " + server + ": " + what);
    }
}

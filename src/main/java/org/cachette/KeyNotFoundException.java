package org.cachette;

/** An operation that needs an existing entry met none. Django: {@code ValueError} of {@code incr}. */
public class KeyNotFoundException extends CacheException {

    private static final long serialVersionUID = 1L;

    public KeyNotFoundException(String message) {
        super(message);
    }
}

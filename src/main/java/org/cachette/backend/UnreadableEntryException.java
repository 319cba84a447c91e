package org.cachette.backend;

import org.cachette.CacheException;

/** An entry is there but cannot be read: of another class version, cut, or foreign. Cachette takes it for a miss. */
public class UnreadableEntryException extends CacheException {

    private static final long serialVersionUID = 1L;

    public UnreadableEntryException(String message) {
        super(message);
    }

    public UnreadableEntryException(String message, Throwable cause) {
        super(message, cause);
    }
}

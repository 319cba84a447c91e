package org.cachette;

/** Settings or annotations that cannot work; the message says what, where, and what would be right. */
public class CacheConfigurationException extends CacheException {

    private static final long serialVersionUID = 1L;

    public CacheConfigurationException(String message) {
        super(message);
    }

    public CacheConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}

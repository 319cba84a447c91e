package org.cachette.backend;

/** The server of a store, which a test can let fail. */
public interface StoreServer extends AutoCloseable {

    /** Host and port, as {@code 127.0.0.1:6379}. */
    String address();

    /** Starts it, also once more after it was killed, and waits until it answers. */
    void start();

    /** Ends it at once, as a crash would. */
    void kill();

    /** Stops its process: connections stay and nothing is answered. */
    void freeze();

    /** Lets a frozen one go on. */
    void thaw();

    /** Ends it and leaves nothing behind. */
    @Override
    void close();
}

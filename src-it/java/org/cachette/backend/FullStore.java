package org.cachette.backend;

/** A store that can be made to refuse all writes, and to take them again. */
public interface FullStore extends AutoCloseable {

    /** From now on it refuses; once more where room was won since. */
    void fill();

    /** It takes writes again. */
    void free();

    @Override
    void close();
}

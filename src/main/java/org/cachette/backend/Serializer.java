package org.cachette.backend;

/**
 * Turns values into bytes and back. {@code cachette.caches.<name>.serializer} names the class, which needs a public
 * constructor without arguments. Called by several threads at the same time, and never with strings, byte arrays and
 * whole numbers, which every backend keeps plainly.
 *
 * <p>Whoever can write to the store decides what {@link #fromBytes} is given: it must not make objects of a class that
 * the application does not expect there.
 */
public interface Serializer {

    /**
     * The value as bytes. Any exception means that the value is refused; its message should say what would be right.
     */
    byte[] toBytes(Object value);

    /** The value as it was. Any exception means that the bytes cannot be read: a miss. */
    Object fromBytes(byte[] bytes);
}

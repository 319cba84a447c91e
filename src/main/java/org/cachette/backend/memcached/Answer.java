package org.cachette.backend.memcached;

/**
 * What a server said to one request.
 *
 * @param code what became of the request
 * @param item the bytes of the item; empty where none were asked for
 * @param flags the item's client flags
 * @param cas the item's compare-and-swap number
 * @param life the item's remaining life in seconds, or {@link Expiration#NO_END}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not to be copied on the way of each hit
record Answer(Code code, byte[] item, long flags, long cas, long life) {

    private static final byte[] NO_BYTES = {};

    static Answer of(Code code) {
        return new Answer(code, NO_BYTES, 0, 0, Expiration.NO_END);
    }

    /** True when the item was there, or was stored. */
    boolean isDone() {
        return code == Code.DONE || code == Code.VALUE;
    }

    enum Code {
        /** Done, no value asked for. */
        DONE,
        VALUE,
        /** A value longer than this client takes; its bytes are dropped. */
        TOO_LONG,
        MISSING,
        /** There is an item already. */
        NOT_STORED,
        /** Another one changed the item. */
        CHANGED,
        /** The server has no room for the item, or takes none of its size. */
        REFUSED,
        /** The item's bytes are not those of a number. */
        NOT_A_NUMBER
    }
}

package org.cachette.backend.memcached;

import java.nio.charset.StandardCharsets;

/**
 * One command of the meta protocol. It asks for its opaque token and its key to be given back, so that no answer is ever
 * taken for another's.
 *
 * @param opaque the token; 0 where the answer has none
 * @param key the key as it goes over the wire; empty where there is none
 * @param bytes the command
 * @param stores whether the server may refuse it for want of room
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not to be copied on the way of each hit
record Request(int opaque, byte[] key, byte[] bytes, boolean stores) {

    private static final byte[] NONE = {};
    private static final byte[] END_OF_LINE = {'\r', '\n'};

    static Request get(int opaque, WireKey key) {
        return of(opaque, "mg ", key, " f v", NONE, false);
    }

    /** With remaining life and compare-and-swap number. */
    static Request find(int opaque, WireKey key) {
        return of(opaque, "mg ", key, " f t c v", NONE, false);
    }

    static Request touch(int opaque, WireKey key, long expiration) {
        return of(opaque, "mg ", key, " T" + expiration, NONE, false);
    }

    static Request set(int opaque, WireKey key, byte[] item, long expiration) {
        return store(opaque, key, item, expiration, "");
    }

    static Request add(int opaque, WireKey key, byte[] item, long expiration) {
        return store(opaque, key, item, expiration, " ME");
    }

    static Request swap(int opaque, WireKey key, byte[] item, long expiration, long cas) {
        return store(opaque, key, item, expiration, " C" + Long.toUnsignedString(cas));
    }

    private static Request store(int opaque, WireKey key, byte[] item, long expiration, String mode) {
        String flags = " " + item.length + " T" + expiration + " F" + EntryBytes.flags(key) + mode;
        return of(opaque, "ms ", key, flags, item, true);
    }

    static Request delete(int opaque, WireKey key) {
        return of(opaque, "md ", key, "", NONE, false);
    }

    /** Adds to a number that is not below zero. */
    static Request increment(int opaque, WireKey key, long delta) {
        return of(opaque, "ma ", key, " MI D" + delta + " v", NONE, true);
    }

    static Request decrement(int opaque, WireKey key, long delta) {
        return of(opaque, "ma ", key, " MD D" + delta + " v", NONE, true);
    }

    static Request flush() {
        return new Request(0, NONE, "flush_all\r\n".getBytes(StandardCharsets.US_ASCII), false);
    }

    @SuppressWarnings("deprecation") // the quick way from ASCII to bytes
    private static Request of(int opaque, String command, WireKey key, String flags, byte[] item, boolean stores) {
        String tail = flags + " k O" + opaque + "\r\n";
        byte[] keyBytes = key.bytes();
        int lineLength = command.length() + keyBytes.length + tail.length();
        int dataLength = command.equals("ms ") ? item.length + END_OF_LINE.length : 0;
        byte[] bytes = new byte[lineLength + dataLength];
        command.getBytes(0, command.length(), bytes, 0);
        System.arraycopy(keyBytes, 0, bytes, command.length(), keyBytes.length);
        tail.getBytes(0, tail.length(), bytes, command.length() + keyBytes.length);
        if (dataLength > 0) {
            System.arraycopy(item, 0, bytes, lineLength, item.length);
            System.arraycopy(END_OF_LINE, 0, bytes, lineLength + item.length, END_OF_LINE.length);
        }
        return new Request(opaque, keyBytes, bytes, stores);
    }
}

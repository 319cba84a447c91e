package org.cachette.backend.file;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A full key as bytes, two for each character so that no two keys have the same, with the name of its file. */
final class EntryKey {

    private final byte[] bytes;
    private final Name name;

    private EntryKey(byte[] bytes, Name name) {
        this.bytes = bytes;
        this.name = name;
    }

    static EntryKey of(String fullKey) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * fullKey.length());
        bytes.asCharBuffer().put(fullKey);
        ByteBuffer digest = ByteBuffer.wrap(sha256(bytes.array()));
        return new EntryKey(bytes.array(), new Name(digest.getLong(), digest.getLong()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    Name name() {
        return name;
    }
}

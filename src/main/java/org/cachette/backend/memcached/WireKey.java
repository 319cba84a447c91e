package org.cachette.backend.memcached;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A full key as it goes over the wire: as it is where memcached takes it, else as a digest, with the full key in the
 * entry.
 */
final class WireKey {

    /** What memcached takes, in bytes. */
    static final int LONGEST = 250;

    private static final String DIGESTED = "cachette-sha256:";

    private final byte[] bytes;
    private final boolean plain;
    private final String fullKey;

    private WireKey(byte[] bytes, boolean plain, String fullKey) {
        this.bytes = bytes;
        this.plain = plain;
        this.fullKey = fullKey;
    }

    static WireKey of(String fullKey) {
        int length = fullKey.length();
        if (length == 0 || length > LONGEST) {
            return digested(fullKey);
        }
        boolean ascii = true;
        for (int i = 0; i < length; i++) {
            char c = fullKey.charAt(i);
            if (c <= ' ' || c == 0x7F || Character.isSurrogate(c)) {
                return digested(fullKey); // half a surrogate pair has no UTF-8
            }
            ascii &= c < 0x7F;
        }
        byte[] bytes = fullKey.getBytes(ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        return bytes.length > LONGEST ? digested(fullKey) : new WireKey(bytes, true, fullKey);
    }

    private static WireKey digested(String fullKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(chars(fullKey));
            String key = DIGESTED + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            return new WireKey(key.getBytes(StandardCharsets.US_ASCII), false, fullKey);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two bytes for each character, also for half a surrogate pair. */
    private static byte[] chars(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    /** What goes over the wire, not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    /** True when the entry does not hold the full key. */
    boolean isPlain() {
        return plain;
    }

    String fullKey() {
        return fullKey;
    }

    /** The full key as it stands in the entry. */
    byte[] inEntry() {
        return chars(fullKey);
    }
}

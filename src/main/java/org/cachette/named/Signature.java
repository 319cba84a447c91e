package org.cachette.named;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.cachette.backend.Encoded;
import org.cachette.backend.UnreadableEntryException;
import org.cachette.backend.ValueFormat;

/**
 * Signs entries by HMAC-SHA-256 over the full key, the kind and the bytes, so that nobody without the secret can write
 * one, or move one to another key. Whole numbers are the store's own, which counts with them, and are not signed. Safe
 * for use by several threads.
 */
final class Signature {

    /** So that the secret signs nothing else that looks the same. */
    private static final byte[] PURPOSE = "cachette entry 1".getBytes(StandardCharsets.US_ASCII);

    private static final int LENGTH = 32;
    private static final int HEAD = LENGTH + 1;

    private static final Encoded FOREIGN = new Encoded(ValueFormat.FOREIGN, new byte[0]);

    private final Mac keyed;

    Signature(SecretKey key) {
        try {
            this.keyed = Mac.getInstance("HmacSHA256");
            keyed.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Encoded sign(String fullKey, Encoded value) {
        if (value.kind() == ValueFormat.NUMBER) {
            return value;
        }
        if (value.kind() == ValueFormat.FOREIGN) {
            throw new UnreadableEntryException("an entry whose signature is wrong is not signed anew");
        }
        byte[] bytes = value.bytes();
        byte[] signature = of(fullKey, value.kind(), bytes, 0);
        return new Encoded(
                ValueFormat.SIGNED,
                ByteBuffer.allocate(HEAD + bytes.length)
                        .put(signature)
                        .put(value.kind())
                        .put(bytes)
                        .array());
    }

    /** What was signed; of kind {@link ValueFormat#FOREIGN} when it was not, or under another key or secret. */
    Encoded open(String fullKey, Encoded signed) {
        if (signed.kind() == ValueFormat.NUMBER) {
            return signed;
        }
        byte[] bytes = signed.bytes();
        if (signed.kind() != ValueFormat.SIGNED || bytes.length < HEAD) {
            return FOREIGN;
        }
        byte kind = bytes[LENGTH];
        byte[] expected = of(fullKey, kind, bytes, HEAD);
        // isEqual takes as long for a wrong signature as for a right one.
        return MessageDigest.isEqual(expected, Arrays.copyOf(bytes, LENGTH))
                ? new Encoded(kind, Arrays.copyOfRange(bytes, HEAD, bytes.length))
                : FOREIGN;
    }

    /** Two bytes for each character: in UTF-8 two keys with half a surrogate pair would be one. */
    private byte[] of(String fullKey, byte kind, byte[] bytes, int from) {
        ByteBuffer head = ByteBuffer.allocate(PURPOSE.length + Integer.BYTES + Character.BYTES * fullKey.length() + 1);
        head.put(PURPOSE).putInt(fullKey.length());
        head.asCharBuffer().put(fullKey);
        head.put(head.limit() - 1, kind);
        Mac mac = copy();
        mac.update(head.array());
        mac.update(bytes, from, bytes.length - from);
        return mac.doFinal();
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}

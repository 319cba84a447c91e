package org.cachette.backend;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.cachette.CacheException;
import org.cachette.http.StoredResponse;

/**
 * How the values of a cache leave the process: strings and byte arrays plainly, whole numbers as decimal text, so that
 * a store can count with them, all else through the {@link Serializer}; long ones compressed, where that is asked for.
 * Safe for use by several threads.
 */
public final class ValueFormat {

    /** The kind of a string, in UTF-8. */
    public static final byte STRING = 'S';

    /** The kind of a byte array. */
    public static final byte BYTES = 'B';

    /** The kind of a whole number, in decimal. */
    public static final byte NUMBER = 'N';

    /** The kind of a stored response, in a format of its own. */
    public static final byte RESPONSE = 'R';

    /** The kind of what the serializer wrote. */
    public static final byte OBJECT = 'O';

    /** The kind of what is compressed: another kind and its bytes. */
    public static final byte COMPRESSED = 'Z';

    /** The kind of what is signed: a signature, another kind and its bytes. Cachette signs and checks, not a backend. */
    public static final byte SIGNED = 'H';

    /** The kind of what is under a key but not of this application: nobody can read it. */
    public static final byte FOREIGN = '?';

    private static final int LONGEST_NUMBER = 20;

    private final Serializer serializer;
    private final Compression compression;

    /** Compresses nothing. */
    public ValueFormat(Serializer serializer) {
        this(serializer, Integer.MAX_VALUE);
    }

    /** Compresses what has more bytes than that, if it becomes shorter. */
    public ValueFormat(Serializer serializer, int compressAbove) {
        this.serializer = serializer;
        this.compression = new Compression(compressAbove);
    }

    /**
     * The value as bytes, independent of it.
     *
     * @throws CacheException when the serializer refuses it
     */
    public Encoded encode(Object value) {
        return compression.compressed(encodeWhole(value));
    }

    private Encoded encodeWhole(Object value) {
        Object widened = WholeNumbers.widened(value);
        if (widened instanceof String text) {
            return encodeString(text);
        }
        if (widened instanceof byte[] bytes) {
            return new Encoded(BYTES, bytes.clone());
        }
        if (widened instanceof Long number) {
            return new Encoded(NUMBER, Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        }
        return widened instanceof StoredResponse response
                ? new Encoded(RESPONSE, response.toBytes())
                : serialize(widened);
    }

    /**
     * The value of those bytes, independent of them.
     *
     * @throws UnreadableEntryException when they cannot be read
     */
    public Object decode(Encoded encoded) {
        return switch (encoded.kind()) {
            case COMPRESSED -> decodeWhole(Compression.whole(encoded));
            case SIGNED -> throw new UnreadableEntryException("a signed entry: cachette.serializer.secret is not set");
            case FOREIGN ->
                throw new UnreadableEntryException("an entry that this application did not write, or with"
                        + " another cachette.serializer.secret");
            default -> decodeWhole(encoded);
        };
    }

    private Object decodeWhole(Encoded encoded) {
        byte[] bytes = encoded.bytes();
        return switch (encoded.kind()) {
            case STRING -> new String(bytes, StandardCharsets.UTF_8);
            case BYTES -> bytes.clone();
            case NUMBER -> number(bytes);
            case RESPONSE -> response(bytes);
            case OBJECT -> deserialize(bytes);
            default -> throw new UnreadableEntryException("an entry of unknown kind " + encoded.kind());
        };
    }

    /** A string with half a surrogate pair has no UTF-8: the serializer keeps what would be lost. */
    private Encoded encodeString(String text) {
        try {
            return new Encoded(STRING, Utf8.bytes(text));
        } catch (CharacterCodingException e) {
            return serialize(text);
        }
    }

    private static Long number(byte[] bytes) {
        try {
            if (bytes.length > LONGEST_NUMBER) {
                throw new NumberFormatException();
            }
            return Long.valueOf(new String(bytes, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            throw new UnreadableEntryException("a whole number of foreign characters", e);
        }
    }

    private static StoredResponse response(byte[] bytes) {
        try {
            return StoredResponse.fromBytes(bytes);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEntryException("a stored response that cannot be read: " + e.getMessage(), e);
        }
    }

    private Encoded serialize(Object value) {
        try {
            return new Encoded(OBJECT, serializer.toBytes(value));
        } catch (CacheException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new CacheException(
                    "a value of " + value.getClass().getName() + " cannot be serialised by "
                            + serializer.getClass().getName() + ": " + e,
                    e);
        }
    }

    private Object deserialize(byte[] bytes) {
        try {
            return serializer.fromBytes(bytes);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            throw new UnreadableEntryException(
                    "an entry that " + serializer.getClass().getName() + " cannot read: " + e.getMessage(), e);
        }
    }
}

package org.cachette.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A validator that names one state of a representation (RFC 9110 section 8.8.3). Immutable.
 *
 * @param opaque what stands between the quotes
 * @param weak whether it stays the same for content that is only equivalent
 */
public record EntityTag(String opaque, boolean weak) {

    private static final int DIGEST_BYTES = 18;

    /** @throws IllegalArgumentException if the text has quotes, blanks or control characters */
    public EntityTag {
        if (!isOpaqueTag(opaque)) {
            throw new IllegalArgumentException("An entity tag is \"" + Tokens.clean(opaque)
                    + "\": expected no quotes, blanks or control characters (RFC 9110 section 8.8.3)");
        }
    }

    /** The tag in a field value such as {@code W/"x"}; empty when it is none. {@code W/} minds case. */
    public static Optional<EntityTag> parse(String value) {
        return EntityTags.parseOne(value);
    }

    /** The tags in the lines of {@code If-None-Match} or {@code If-Match}, split by quotes, not by commas. */
    public static EntityTags parseList(List<String> lines) {
        return EntityTags.parse(lines);
    }

    /** The strong tag of these bytes: 144 bits of their SHA-256. Other bytes have another one. */
    public static EntityTag of(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            byte[] start = Arrays.copyOf(digest, DIGEST_BYTES);
            return new EntityTag(Base64.getUrlEncoder().encodeToString(start), false);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether both name equivalent content, weak or not: for {@code If-None-Match} (RFC 9110 section 8.8.3.2). */
    public boolean weakMatches(EntityTag other) {
        return opaque.equals(other.opaque);
    }

    /** Whether both are strong and name the same bytes: for {@code If-Match} and {@code If-Range}. */
    public boolean strongMatches(EntityTag other) {
        return !weak && !other.weak && opaque.equals(other.opaque);
    }

    /** The weak tag of the same text. */
    public EntityTag weakened() {
        return weak ? this : new EntityTag(opaque, true);
    }

    private static boolean isOpaqueTag(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTagChar(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isTagChar(char c) {
        return c > ' ' && c != '"' && c != 127;
    }

    /** The value of the field, with its quotes. */
    @Override
    public String toString() {
        return (weak ? "W/\"" : "\"") + opaque + '"';
    }
}

package org.cachette.backend.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.cachette.backend.Utf8;

/**
 * Full keys as a database has them, in which a cache knows its own. They are {@code prefix:version:key}, so that of the
 * prefixes {@code a} and {@code a:b} none has the other's keys. What a key function makes may look like anything, and
 * comes after the key prefix between two bytes that no other key has.
 */
final class WireKeys {

    /** Not part of any text in UTF-8. */
    private static final char MARK = 0xFF;

    private final byte[] head;
    private final byte[] pattern;
    private final Pattern ours;

    WireKeys(String keyPrefix, boolean keyFunction) {
        String prefix = latin(Utf8.ofKey(keyPrefix));
        String start = keyFunction ? MARK + prefix + MARK : prefix + ":";
        this.head = keyFunction ? bytes(start) : new byte[0];
        this.pattern = bytes(start.replaceAll("[*?\\[\\]\\\\^]", "\\\\$0") + "*");
        this.ours = Pattern.compile(Pattern.quote(start) + (keyFunction ? ".*" : "-?\\d+:.*"), Pattern.DOTALL);
    }

    /** Each byte is a character. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] of(String fullKey) {
        byte[] key = Utf8.ofKey(fullKey);
        if (head.length == 0) {
            return key;
        }
        byte[] whole = Arrays.copyOf(head, head.length + key.length);
        System.arraycopy(key, 0, whole, head.length, key.length);
        return whole;
    }

    /** For {@code SCAN}: finds all keys of the cache, and perhaps some others. */
    byte[] pattern() {
        return pattern.clone();
    }

    /** True for a key of the cache, of any version. */
    boolean isOurs(byte[] key) {
        return ours.matcher(latin(key)).matches();
    }
}

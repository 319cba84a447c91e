package org.cachette.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.cachette.backend.Utf8;

/** Keys that every store takes, whatever they are made of. */
public final class ShortKeys {

    private static final int LONGEST = 200;

    private ShortKeys() {}

    /** The key as it is, or the kind and a digest where it is longer than 200 characters or not of visible ASCII. */
    public static String of(String kind, String readable) {
        return suitable(readable) ? readable : kind + "#" + digest(readable);
    }

    /** 43 characters that are others for other texts. */
    public static String digest(String text) {
        return digest(Utf8.ofKey(text));
    }

    /** 43 characters that are others for other bytes. */
    public static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static boolean suitable(String key) {
        if (key.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}

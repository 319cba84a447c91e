package org.cachette.backend.jcache;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Full keys as providers get them: as they are, but halves of surrogate pairs spelt out. Those that write keys as UTF-8
 * make a question mark of each, and one key of two.
 */
final class ProviderKeys {

    /** No character, but part of any Unicode text. */
    private static final char MARK = '\uFFFF';

    private static final Pattern SPELT = Pattern.compile(MARK + "([0-9a-f]{4})");

    private ProviderKeys() {}

    static String of(String fullKey) {
        for (int i = 0; i < fullKey.length(); i++) {
            char c = fullKey.charAt(i);
            if (Character.isSurrogate(c) || c == MARK) {
                return spelt(fullKey);
            }
        }
        return fullKey;
    }

    private static String spelt(String fullKey) {
        StringBuilder key = new StringBuilder(fullKey.length() + 8);
        fullKey.codePoints().forEach(c -> {
            if (c == MARK || (c <= Character.MAX_VALUE && Character.isSurrogate((char) c))) {
                key.append(MARK).append(HexFormat.of().toHexDigits((char) c));
            } else {
                key.appendCodePoint(c);
            }
        });
        return key.toString();
    }

    /** The full key of one that a provider has. */
    static String fullKey(String key) {
        return key.indexOf(MARK) < 0
                ? key
                : SPELT.matcher(key)
                        .replaceAll(mark -> Matcher.quoteReplacement(
                                String.valueOf((char) HexFormat.fromHexDigits(mark.group(1)))));
    }
}

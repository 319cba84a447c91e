package org.cachette.named;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Warns about full keys that not every store takes, on every backend, so that they show before the application moves
 * to another one. Once per kind.
 */
final class KeyWarnings {

    /** What memcached takes, in characters. */
    private static final int LONGEST = 250;

    private static final System.Logger LOG = System.getLogger(KeyWarnings.class.getName());

    private final String cache;
    private final AtomicBoolean toldLength = new AtomicBoolean();
    private final AtomicBoolean toldCharacters = new AtomicBoolean();

    KeyWarnings(String cache) {
        this.cache = cache;
    }

    void check(String fullKey) {
        if (fullKey.length() > LONGEST) {
            tell(
                    toldLength,
                    fullKey,
                    "is " + fullKey.length() + " characters long: expected at most " + LONGEST
                            + ", key prefix and version included");
        }
        if (!toldCharacters.get() && hasBadCharacter(fullKey)) {
            tell(toldCharacters, fullKey, "has blanks or control characters: expected none");
        }
    }

    private static boolean hasBadCharacter(String fullKey) {
        for (int i = 0; i < fullKey.length(); i++) {
            char c = fullKey.charAt(i);
            if (c <= ' ' || c == 0x7F) {
                return true;
            }
        }
        return false;
    }

    private void tell(AtomicBoolean told, String fullKey, String what) {
        if (!told.getAndSet(true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Cache \"" + cache + "\": the full key " + CacheKeys.quoted(fullKey) + " " + what
                            + ", since not every store takes such keys. This cache does not warn of another one.");
        }
    }
}

package org.cachette.backend.database;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.cachette.backend.Encoded;

/** Entries that no table takes, since they are too long. The database works all the same. */
final class Refusals {

    private static final System.Logger LOG = System.getLogger(Refusals.class.getName());

    /** MariaDB takes 16 MiB at once, and its driver may need two bytes for one. */
    private static final int LONGEST = 8_000_000;

    private final String cache;
    private final boolean throwing;
    private final AtomicBoolean told = new AtomicBoolean();

    Refusals(String cache, boolean throwing) {
        this.cache = cache;
        this.throwing = throwing;
    }

    /** The full keys of those that are too long; with throwing, an exception when there are any. */
    Set<String> of(Map<String, Encoded> values) {
        Set<String> refused = values.entrySet().stream()
                .filter(entry -> isTooLong(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!refused.isEmpty()) {
            tell(refused);
        }
        return refused;
    }

    private static boolean isTooLong(String fullKey, Encoded value) {
        return 5L + 2L * fullKey.length() + value.bytes().length > LONGEST;
    }

    private void tell(Set<String> refused) {
        String message = "Cache \"" + cache + "\" does not store entries of more than " + LONGEST
                + " bytes in a database, such as that of key \""
                + refused.iterator().next() + "\": expected shorter values, or another backend for them";
        if (throwing) {
            throw new IllegalStateException(message);
        }
        if (!told.getAndSet(true)) {
            LOG.log(System.Logger.Level.WARNING, message + "; from now on without a word");
        }
    }
}

package org.cachette.http;

import java.util.List;

/**
 * What a cache keeps where the responses' own headers rule. Immutable.
 *
 * @param targets the names of the targeted fields that it obeys (RFC 9213), the first one first
 * @param heuristic the guess for responses that do not say how long they are fresh
 * @param setCookie whether a response that sets a cookie may be kept, where it does not vary on Cookie
 * @param qualified whether {@code private} and {@code no-cache} for some fields keep only those fields out, not the
 *     whole response; {@link StoredFields} leaves them out
 * @param validating whether a response is kept for its validator alone, though it must be validated at each use
 * @param understanding whether {@code must-understand} lifts {@code no-store} for a status that this cache understands
 * @param unknownStatuses whether a final response of any status is kept when it says itself how long it is fresh
 */
public record StorageRules(
        List<String> targets,
        Heuristic heuristic,
        boolean setCookie,
        boolean qualified,
        boolean validating,
        boolean understanding,
        boolean unknownStatuses) {

    /** What a cache beside the code that wrote the headers keeps: where they can be read in two ways, less. */
    public static final StorageRules CAREFUL =
            new StorageRules(List.of(), Heuristic.OFF, false, false, false, false, false);

    /** All that RFC 9111 lets a shared cache keep, without guessing lifetimes and without cookies. */
    public static final StorageRules RFC_9111 =
            new StorageRules(List.of(), Heuristic.OFF, false, true, true, true, true);

    /** Keeps a copy of the list. */
    public StorageRules {
        targets = List.copyOf(targets);
    }

    /** These rules for other targeted fields. */
    public StorageRules withTargets(List<String> names) {
        return new StorageRules(names, heuristic, setCookie, qualified, validating, understanding, unknownStatuses);
    }

    /** These rules with another guess. */
    public StorageRules withHeuristic(Heuristic guess) {
        return new StorageRules(targets, guess, setCookie, qualified, validating, understanding, unknownStatuses);
    }

    /** These rules, keeping responses that set cookies or not. */
    public StorageRules withSetCookie(boolean kept) {
        return new StorageRules(targets, heuristic, kept, qualified, validating, understanding, unknownStatuses);
    }

    /** These rules, keeping responses for their validators alone or not. */
    public StorageRules withValidating(boolean kept) {
        return new StorageRules(targets, heuristic, setCookie, qualified, kept, understanding, unknownStatuses);
    }
}

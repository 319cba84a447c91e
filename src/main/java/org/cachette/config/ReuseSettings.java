package org.cachette.config;

import java.time.Duration;
import org.cachette.http.Heuristic;
import org.cachette.http.ReuseRules;
import org.cachette.http.StorageRules;

/**
 * How stored pages may be used, and for how long stale ones are of use. Immutable.
 *
 * @param rules for the use of an entry
 * @param heuristic the guess for responses that do not say how long they are fresh, where their own headers rule
 * @param keptForValidation for how long past its freshness a page is kept that its method can validate; zero: not at all
 * @param groups what groups of pages mean
 * @param earlyRefresh how early pages are made anew before they end; 1 is right for most, 0 not at all
 */
public record ReuseSettings(
        ReuseRules rules, Heuristic heuristic, Duration keptForValidation, GroupSettings groups, double earlyRefresh) {

    /** Only what the responses themselves say, and nothing kept for the sake of its validators. */
    public static final ReuseSettings PLAIN = new ReuseSettings(ReuseRules.PLAIN, Heuristic.OFF, Duration.ZERO);

    /** Settings by which groups of pages count. */
    public ReuseSettings(ReuseRules rules, Heuristic heuristic, Duration keptForValidation) {
        this(rules, heuristic, keptForValidation, GroupSettings.ALL, 0);
    }

    /** What is kept where the responses' own headers rule. */
    public StorageRules storage(boolean storeSetCookie) {
        return StorageRules.RFC_9111
                .withTargets(rules.targets())
                .withHeuristic(heuristic)
                .withSetCookie(storeSetCookie)
                .withValidating(!keptForValidation.isZero());
    }
}

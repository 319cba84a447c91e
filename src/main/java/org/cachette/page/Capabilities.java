package org.cachette.page;

import java.util.function.Predicate;

/**
 * What the server of an exchange can do.
 *
 * @param refresh whether it can make a stale page anew in the background
 * @param unmapped for which exceptions it makes no response that passes our filters
 */
public record Capabilities(boolean refresh, Predicate<Throwable> unmapped) {

    /** It can do nothing but answer. */
    static final Capabilities NONE = new Capabilities(false, failure -> false);
}

package org.cachette.backend.memcached;

import org.cachette.backend.Trouble;

/** What happens when a server refuses an entry: it is too long, or there is no room. The server works all the same. */
final class Refusals {

    private final Trouble trouble;
    private final String limit;
    private final boolean throwing;

    Refusals(String cache, String settingOfLimit, int longestItem, boolean throwing) {
        this.trouble = new Trouble(
                "Cache \"" + cache + "\": memcached refuses entries; their keys have no value",
                "Cache \"" + cache + "\": memcached takes entries again.",
                throwing);
        this.limit = settingOfLimit + " (" + longestItem + ")";
        this.throwing = throwing;
    }

    /** With throwing, an exception, else a warning. */
    void refused(String fullKey, int length) {
        IllegalStateException refusal = new IllegalStateException("the entry of key \"" + fullKey + "\" has " + length
                + " bytes: expected at most " + limit + " and memcached's own limit (-I), and room in it (-m)");
        trouble.arose(refusal);
        if (throwing) {
            throw refusal;
        }
    }

    void taken() {
        trouble.over();
    }
}

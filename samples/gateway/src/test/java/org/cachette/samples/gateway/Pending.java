package org.cachette.samples.gateway;

import java.util.Map;

/** Rules that do not hold yet, and why; {@code -Dpending=true} runs them all the same. */
final class Pending {

    private static final String NO_VALIDATION = "the page cache does not validate stale entries yet";
    private static final String NOTHING_STALE = "the page cache gives no stale answers yet";
    private static final String STATUSES = "statuses are judged by StorageRules later";
    private static final String TARGETED = "targeted fields are not asked yet";
    private static final String SEARCH = "No-Vary-Search is not asked yet";

    /** By a row's id and sentence. */
    static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("R9111-10 a 299 with a lifetime is kept", STATUSES),
            Map.entry("R9111-10 a 499 with a lifetime is kept", STATUSES),
            Map.entry("R9111-10 a 599 with a lifetime is kept", STATUSES),
            Map.entry("R9111-95 only-if-cached without an entry is a 504", "request directives are not asked yet"),
            Map.entry("R9213-3 a targeted field decides alone", TARGETED),
            Map.entry("R9213-3 a targeted field that forbids", TARGETED),
            Map.entry(
                    "R9875-7 an unsafe method outdates the groups that its answer names",
                    "cache groups are not kept yet"),
            Map.entry("RNVS-4 parameters that do not matter", SEARCH),
            Map.entry("RNVS-8 the order of names does not matter", SEARCH),
            Map.entry("RQRY-2 answers to QUERY are kept by its content", "QUERY is not cached yet"),
            Map.entry("R9111-60 a stale entry is validated by its tag", NO_VALIDATION),
            Map.entry("R9111-61 and by its date", NO_VALIDATION),
            Map.entry("R9111-67 a 304 to the gateway is a 200 to a client who did not ask", NO_VALIDATION),
            Map.entry("R9111-23 no-cache is kept and validated each time", NO_VALIDATION),
            Map.entry("R8246-3 a stale immutable entry is validated", NO_VALIDATION),
            Map.entry("R9111-72 fields that the 304 lacks stay, and those that it has are new", NO_VALIDATION),
            Map.entry("R5861-5 a stale answer in place of an error", NOTHING_STALE),
            Map.entry("R5861-9 must-revalidate beats it", NOTHING_STALE),
            Map.entry("R5861-5 a stale answer where the origin can't be reached", NOTHING_STALE),
            Map.entry("R5861-1 a stale answer at once, and a run behind it", NOTHING_STALE));

    private Pending() {}
}

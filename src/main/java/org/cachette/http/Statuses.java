package org.cachette.http;

import java.util.Set;

/** What kind of status a status code is, as far as caches care (RFC 9110 section 15). */
final class Statuses {

    // 206 is heuristically cacheable too (RFC 9110 section 15.1), but parts are not kept here.
    private static final Set<Integer> HEURISTIC = Set.of(200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501);
    private static final Set<Integer> FAILURES = Set.of(500, 502, 503, 504);

    private static final Set<Integer> OF_ONE_REQUEST = Set.of(412, 416);

    private Statuses() {}

    static boolean isHeuristicallyCacheable(int status) {
        return HEURISTIC.contains(status);
    }

    /** Whether this cache does all that the status asks of caches, for {@code must-understand}. */
    static boolean isUnderstood(int status) {
        return isHeuristicallyCacheable(status) || status == 302 || status == 303 || status == 307;
    }

    /** Whether it is about a condition or a range that the request had (RFC 9110 sections 15.5.13 and 15.5.17). */
    static boolean isOfOneRequest(int status) {
        return OF_ONE_REQUEST.contains(status);
    }

    /** Whether it says that a server or one behind it failed (RFC 5861 section 4). */
    static boolean isFailure(int status) {
        return FAILURES.contains(status);
    }
}

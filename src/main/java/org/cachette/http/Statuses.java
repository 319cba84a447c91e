package org.cachette.http;

import java.util.Set;

/** What kind of status a status code is, as far as caches care (RFC 9110 section 15). */
final class Statuses {

    // 206 is heuristically cacheable too (RFC 9110 section 15.1), but parts are not kept here.
    private static final Set<Integer> HEURISTIC = Set.of(200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501);
    private static final Set<Integer> FAILURES = Set.of(500, 502, 503, 504);

    private static final Set<Integer> OF_ONE_REQUEST =
            Set.of(400, 401, 407, 408, 411, 412, 413, 415, 416, 417, 422, 425, 426, 428, 429, 431, 511);

    private Statuses() {}

    static boolean isHeuristicallyCacheable(int status) {
        return HEURISTIC.contains(status);
    }

    /** Whether this cache does all that the status asks of caches, for {@code must-understand}. */
    static boolean isUnderstood(int status) {
        return isHeuristicallyCacheable(status) || status == 302 || status == 303 || status == 307;
    }

    /**
     * Whether it may be about what one client sent or is, beside the method and the URI, which are all that the key has: a
     * condition, a range, credentials, content, an overlong or malformed field, too many requests. Whoever sends that on
     * purpose would put an error into the place of the page (RFC 6585 forbids to store 428, 429, 431 and 511). A 406 is
     * not where the response varies on a field such as {@code Accept}; 404, 405, 410, 414, 451 and 501 are about what is
     * in the key.
     */
    static boolean isOfOneRequest(int status, VaryFields vary) {
        return OF_ONE_REQUEST.contains(status)
                || (status == 406 && vary.names().stream().noneMatch(name -> name.startsWith("accept")));
    }

    /** Whether it says that a server or one behind it failed (RFC 5861 section 4). */
    static boolean isFailure(int status) {
        return FAILURES.contains(status);
    }
}

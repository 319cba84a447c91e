package org.cachette.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.cachette.http.StoredResponse;

/**
 * Has a page made anew shortly before it ends, by one request of many: the longer its making takes, the earlier (Vattani,
 * Chierichetti, Lowenstein, "Optimal probabilistic cache stampede prevention", 2015). The chance that a request does so,
 * that time before the end, is exp(-time / (cost * beta)). As safe for use by several threads as the random numbers.
 *
 * @param beta how early; 1 is the paper's, 0 switches it off
 * @param random numbers from 0, and below 1
 */
record EarlyRefresh(double beta, DoubleSupplier random) {

    /** The field, of stored responses alone, that says in milliseconds how long the making took. */
    static final String COST = "Cachette-Cost";

    /** Whether this request is the one. */
    boolean isDue(StoredResponse stored, Instant now) {
        return beta > 0 && isDue(Duration.between(now, stored.expiresAt()), cost(stored.lines(COST)));
    }

    boolean isDue(Duration left, Duration cost) {
        if (cost.isZero()) {
            return false;
        }
        double above0 = 1 - random.getAsDouble();
        return -cost.toMillis() * beta * Math.log(above0) >= left.toMillis();
    }

    /** Notes the cost in the headers that are to be stored; what others say of it goes. */
    static void note(Map<String, List<String>> headers, Duration cost) {
        headers.remove(COST);
        if (cost.toMillis() > 0) {
            headers.put(COST, List.of(Long.toString(cost.toMillis())));
        }
    }

    private static Duration cost(List<String> lines) {
        try {
            return lines.size() == 1 ? Duration.ofMillis(Long.parseLong(lines.get(0))) : Duration.ZERO;
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }
}

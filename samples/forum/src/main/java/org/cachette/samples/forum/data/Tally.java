package org.cachette.samples.forum.data;

import jakarta.persistence.TypedQuery;
import java.io.Serializable;
import java.util.List;

/** How often something was found: a line of a statistic. */
public record Tally(String name, long count) implements Serializable {

    /** The ten most frequent of a query that gives a name and a number. */
    static List<Tally> top(TypedQuery<Object[]> query) {
        return query.setMaxResults(10)
                .getResultStream()
                .map(row -> new Tally((String) row[0], ((Number) row[1]).longValue()))
                .toList();
    }
}

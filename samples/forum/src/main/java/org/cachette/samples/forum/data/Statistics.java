package org.cachette.samples.forum.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The forum in numbers: every one is counted in the tables when asked for. */
@ApplicationScoped
public class Statistics {

    @Inject
    Database database;

    public ForumNumbers forum() {
        return database.read(entities -> new ForumNumbers(
                number(entities, "select count(m) from Member m"),
                number(entities, "select count(t) from Topic t"),
                number(entities, "select count(m) from Message m where m.topic is not null"),
                number(entities, "select count(m) from Message m where m.recipient is not null"),
                number(entities, "select sum(length(m.text)) from Message m"),
                tallies(
                        entities,
                        "select a.name as name, count(m) as times from Message m join m.author a"
                                + " group by a.name order by times desc, name"),
                tallies(
                        entities,
                        "select t.title as name, count(m) as times from Message m join m.topic t"
                                + " group by t.title order by times desc, name"),
                tallies(
                        entities,
                        "select concat(a.name, ' to ', r.name) as name, count(m) as times"
                                + " from Message m join m.author a join m.recipient r"
                                + " group by a.name, r.name order by times desc, name")));
    }

    private static long number(EntityManager entities, String jpql) {
        return entities.createQuery(jpql, Number.class).getSingleResult().longValue();
    }

    private static List<Tally> tallies(EntityManager entities, String jpql) {
        return Tally.top(entities.createQuery(jpql, Object[].class));
    }
}

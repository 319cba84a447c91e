package org.cachette.samples.forum.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The list of topics. */
@ApplicationScoped
public class Topics {

    /** Topics on a page. */
    public static final int PAGE = 50;

    @Inject
    Database database;

    public long count() {
        return database.read(entities ->
                entities.createQuery("select count(t) from Topic t", Long.class).getSingleResult());
    }

    /** The answers are counted in every post of the forum; {@code page} counts from 1. */
    public List<TopicRow> list(TopicOrder order, int page) {
        return database.read(entities -> entities.createQuery(
                        "select t.id as number, t.title as title, a.name as author, t.openedAt as opened,"
                                + " count(p.id) as answers, coalesce(max(p.sentAt), t.openedAt) as latest"
                                + " from Topic t join t.author a left join t.posts p"
                                + " group by t.id, t.title, a.name, t.openedAt order by " + order.clause
                                + ", number desc",
                        Object[].class)
                .setFirstResult(Paging.first(page, PAGE))
                .setMaxResults(PAGE)
                .getResultStream()
                .map(Topics::row)
                .toList());
    }

    private static TopicRow row(Object[] row) {
        return new TopicRow(
                (String) row[1], (String) row[2], moment(row[3]), ((Number) row[4]).longValue(), moment(row[5]));
    }

    private static Instant moment(Object millis) {
        return Instant.ofEpochMilli(((Number) millis).longValue());
    }
}

package org.cachette.samples.forum.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.cachette.annotation.Cached;

/** One member in numbers, counted among the messages of all. */
@ApplicationScoped
public class Profiles {

    @Inject
    Database database;

    @Cached(timeout = 300, key = "profile-{member.id}")
    public Profile of(Member member) {
        return database.read(entities -> profile(entities, member));
    }

    private static Profile profile(EntityManager entities, Member member) {
        long posts = count(entities, member, "m.author = :member and m.topic is not null");
        long sent = count(entities, member, "m.author = :member and m.recipient is not null");
        return new Profile(
                member.getName(),
                Instant.ofEpochMilli(member.getJoinedAt()),
                posts,
                sent,
                count(entities, member, "m.recipient = :member"),
                mentions(entities, member),
                1 + moreActive(entities, posts + sent),
                Tally.top(entities.createQuery(
                                "select r.name as name, count(m) as times from Message m join m.recipient r"
                                        + " where m.author = :member group by r.name order by times desc, name",
                                Object[].class)
                        .setParameter("member", member)));
    }

    private static long count(EntityManager entities, Member member, String condition) {
        return entities.createQuery("select count(m) from Message m where " + condition, Long.class)
                .setParameter("member", member)
                .getSingleResult();
    }

    /** No index helps here: every text is read. */
    private static long mentions(EntityManager entities, Member member) {
        return entities.createQuery("select count(m) from Message m where m.text like :mention", Long.class)
                .setParameter("mention", "%@" + member.getName() + " %")
                .getSingleResult();
    }

    private static long moreActive(EntityManager entities, long messages) {
        return entities.createQuery(
                        "select count(other) from Member other where"
                                + " (select count(m) from Message m where m.author = other) > :messages",
                        Long.class)
                .setParameter("messages", messages)
                .getSingleResult();
    }
}

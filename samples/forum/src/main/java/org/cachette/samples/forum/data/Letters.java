package org.cachette.samples.forum.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The letters that members send to each other. */
@ApplicationScoped
public class Letters {

    /** Letters on a page. */
    public static final int PAGE = 50;

    @Inject
    Database database;

    /** What {@code member} sent and received, newest first; {@code page} counts from 1. */
    public List<Letter> of(Member member, int page) {
        return database.read(entities -> entities.createQuery(
                        "select m.author.name, m.recipient.name, m.text, m.sentAt from Message m"
                                + " where m.recipient is not null and (m.author = :member or m.recipient = :member)"
                                + " order by m.sentAt desc, m.id desc",
                        Object[].class)
                .setParameter("member", member)
                .setFirstResult(Paging.first(page, PAGE))
                .setMaxResults(PAGE)
                .getResultStream()
                .map(row -> new Letter(
                        (String) row[0], (String) row[1], (String) row[2], Instant.ofEpochMilli((Long) row[3])))
                .toList());
    }

    public void send(Member author, Member recipient, String text) {
        long now = System.currentTimeMillis();
        database.write(entities -> entities.persist(Message.letter(
                entities.getReference(Member.class, author.getId()),
                entities.getReference(Member.class, recipient.getId()),
                text,
                now)));
    }
}

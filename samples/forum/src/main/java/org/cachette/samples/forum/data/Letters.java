package org.cachette.samples.forum.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The letters that members send to each other. */
@ApplicationScoped
public class Letters {

    /** Letters on a page. */
    public static final int PAGE = 50;

    /** A union, since "sent or received" in one condition would use neither index. */
    private static final String OWN = """
            select author.name, recipient.name, own.text, own.sent_at
            from (
              select * from forum_message where author_id = ? and recipient_id is not null
              union
              select * from forum_message where recipient_id = ?
            ) own
            join forum_member author on author.id = own.author_id
            join forum_member recipient on recipient.id = own.recipient_id
            order by own.sent_at desc, own.id desc
            offset ? rows fetch next ? rows only
            """;

    @Inject
    Database database;

    /** What {@code member} sent and received, newest first; {@code page} counts from 1. */
    public List<Letter> of(Member member, int page) {
        return database.read(entities -> letters(entities, member, page));
    }

    private static List<Letter> letters(EntityManager entities, Member member, int page) {
        List<?> rows = entities.createNativeQuery(OWN)
                .setParameter(1, member.getId())
                .setParameter(2, member.getId())
                .setParameter(3, (page - 1L) * PAGE)
                .setParameter(4, PAGE)
                .getResultList();
        return rows.stream().map(row -> letter((Object[]) row)).toList();
    }

    private static Letter letter(Object[] row) {
        return new Letter(
                (String) row[0], (String) row[1], (String) row[2], Instant.ofEpochMilli(((Number) row[3]).longValue()));
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

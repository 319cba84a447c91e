package org.cachette.samples.forum.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.annotation.Invalidates;

/** The letters that members send to each other. */
@ApplicationScoped
public class Letters {

    /** Letters on a page. */
    public static final int PAGE = 50;

    /** A union, since "sent or received" in one condition would use neither index. */
    private static final String OWN = """
            select author.name, recipient.name, own.text, own.sent_at, own.id, own.unread
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
                ((Number) row[4]).longValue(),
                ((Number) row[5]).intValue() == 1,
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Instant.ofEpochMilli(((Number) row[3]).longValue()));
    }

    /** How many {@code member} has not read: counted the plain way, in all messages, which is what a cache is for. */
    public long unread(Member member) {
        return database.read(entities -> {
            Object count = entities.createNativeQuery(
                            "select sum(case when unread = 1 and recipient_id = ? then 1 else 0 end)"
                                    + " from forum_message")
                    .setParameter(1, member.getId())
                    .getSingleResult();
            return ((Number) count).longValue();
        });
    }

    /** Marks one as read. False where it is not a letter to {@code member}. */
    @Invalidates(fragment = "message-count", varyOn = "{member.name}")
    public boolean read(Member member, long id) {
        return update("update forum_message set unread = 0 where recipient_id = ? and id = ?", member.getId(), id) == 1;
    }

    /** Marks all as read that were sent to {@code member}. */
    @Invalidates(fragment = "message-count", varyOn = "{member.name}")
    public void readAll(Member member) {
        update("update forum_message set unread = 0 where recipient_id = ? and unread = ?", member.getId(), 1);
    }

    private int update(String sql, long first, long second) {
        AtomicInteger rows = new AtomicInteger();
        database.write(entities -> rows.set(entities.createNativeQuery(sql)
                .setParameter(1, first)
                .setParameter(2, second)
                .executeUpdate()));
        return rows.get();
    }

    /** The recipient's count is not right any more, nor is what both profiles say. */
    @Invalidates(fragment = "message-count", varyOn = "{recipient.name}")
    @Invalidates(key = "profile-{author.id}")
    @Invalidates(key = "profile-{recipient.id}")
    public void send(Member author, Member recipient, String text) {
        long now = System.currentTimeMillis();
        database.write(entities -> entities.persist(Message.letter(
                entities.getReference(Member.class, author.getId()),
                entities.getReference(Member.class, recipient.getId()),
                text,
                now)));
    }
}

package org.cachette.samples.forum.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Fills the tables before the first request, the same at every start, so that their queries have something to do. */
@ApplicationScoped
class Filling {

    private static final System.Logger LOG = System.getLogger("org.cachette.samples.forum");
    private static final int ONE_IN_SO_MANY_IS_NEW = 50;
    private static final long YEAR = Duration.ofDays(365).toMillis();
    private static final long MEMBERS_FROM =
            Instant.parse("2023-01-01T00:00:00Z").toEpochMilli();
    private static final long TOPICS_FROM = MEMBERS_FROM + YEAR;
    private static final long MESSAGES_FROM = TOPICS_FROM + YEAR;

    void fill(@Observes @Initialized(ApplicationScoped.class) Object start, Database database) {
        int rows = ConfigProvider.getConfig()
                .getOptionalValue("FORUM_ROWS", Integer.class)
                .orElse(300_000);
        if (rows < 100) {
            throw new IllegalArgumentException(
                    "FORUM_ROWS is \"" + rows + "\": expected a whole number of at least 100");
        }
        long begun = System.nanoTime();
        int members = Math.max(10, rows / 100);
        int topics = Math.max(10, rows / 20);
        int messages = rows - members - topics;
        // Not left to the persistence provider: Payara creates tables at a deployment, and not when it starts again.
        Script.run("tables.sql", database);
        Inserts inserts = new Inserts(database);
        inserts.into("forum_member (id, name, joined_at)", members(members));
        inserts.into("forum_topic (id, title, author_id, opened_at)", topics(topics, members));
        inserts.into("forum_message (id, author_id, topic_id, text, sent_at)", posts(1, messages / 2, members, topics));
        inserts.into(
                "forum_message (id, author_id, recipient_id, text, sent_at, unread)",
                letters(messages / 2 + 1, messages, members));
        // Now, since an index of all rows is made faster than one that grows row by row.
        Script.run("indexes.sql", database);
        LOG.log(
                Level.INFO,
                "Filled {0,number,#} rows in {1,number,#} ms",
                rows,
                (System.nanoTime() - begun) / 1_000_000);
    }

    private static Stream<Object[]> members(int count) {
        Random random = new Random(1);
        return rows(1, count, i -> new Object[] {i, "member" + i, within(MEMBERS_FROM, random)});
    }

    private static Stream<Object[]> topics(int count, int members) {
        Random random = new Random(2);
        Words words = new Words(random, members);
        return rows(
                1, count, i -> new Object[] {i, words.title(), someone(random, members), within(TOPICS_FROM, random)});
    }

    private static Stream<Object[]> posts(int first, int last, int members, int topics) {
        Random random = new Random(3);
        Words words = new Words(random, members);
        return rows(first, last, i -> new Object[] {
            i, someone(random, members), 1 + random.nextInt(topics), words.text(), within(MESSAGES_FROM, random)
        });
    }

    private static Stream<Object[]> letters(int first, int last, int members) {
        Random random = new Random(4);
        Words words = new Words(random, members);
        return rows(first, last, i -> new Object[] {
            i,
            someone(random, members),
            someone(random, members),
            words.text(),
            within(MESSAGES_FROM, random),
            i % ONE_IN_SO_MANY_IS_NEW == 0 ? 1 : 0
        });
    }

    private static Stream<Object[]> rows(int first, int last, IntFunction<Object[]> row) {
        return IntStream.rangeClosed(first, last).mapToObj(row);
    }

    /** The lower the number, the more a member writes. */
    private static int someone(Random random, int members) {
        return 1 + (int) (members * Math.pow(random.nextDouble(), 1.5));
    }

    /** A moment in the year from {@code begin} on. */
    private static long within(long begin, Random random) {
        return begin + (long) (random.nextDouble() * YEAR);
    }
}

package org.cachette.samples.forum.data;

import java.util.Random;

/** Writes what members could have written. */
class Words {

    private static final String[] WHO = {
        "The cache",
        "A good proxy",
        "My browser",
        "Our server",
        "Each page",
        "The old index",
        "Every visitor",
        "A cold start",
        "The database",
        "This template",
        "One slow query",
        "The front page"
    };
    private static final String[] DOES = {
        "remembers", "forgets", "waits for", "asks", "answers", "counts", "loses", "finds", "repeats", "surprises"
    };
    private static final String[] WHAT = {
        "the same page",
        "a header",
        "nothing at all",
        "what it knew yesterday",
        "its validators",
        "every cookie",
        "the long way round",
        "another variant",
        "a stale answer",
        "one request too many",
        "the newest reader"
    };
    private static final String[] WHEN = {
        "after lunch",
        "on Mondays",
        "under load",
        "behind the proxy",
        "at night",
        "for an hour",
        "without a word",
        "since the last release",
        "in every language"
    };

    private final Random random;
    private final int members;

    Words(Random random, int members) {
        this.random = random;
        this.members = members;
    }

    String title() {
        return one(WHO) + " " + one(DOES) + " " + one(WHAT);
    }

    /** One to three sentences, in every eighth text to somebody by name. */
    String text() {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(8) == 0) {
            text.append("@member").append(1 + random.nextInt(members)).append(" ");
        }
        int sentences = 1 + random.nextInt(3);
        for (int i = 0; i < sentences; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(title())
                    .append(' ')
                    .append(one(WHEN))
                    .append('.');
        }
        return text.toString();
    }

    private String one(String[] choice) {
        return choice[random.nextInt(choice.length)];
    }
}

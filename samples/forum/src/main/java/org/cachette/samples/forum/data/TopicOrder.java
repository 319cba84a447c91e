package org.cachette.samples.forum.data;

/** How the list of topics is sorted. */
public enum TopicOrder {
    NEWEST("opened desc"),
    ACTIVE("latest desc"),
    ANSWERS("answers desc"),
    TITLE("title asc");

    final String clause;

    TopicOrder(String clause) {
        this.clause = clause;
    }
}

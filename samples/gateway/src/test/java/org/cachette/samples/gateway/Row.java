package org.cachette.samples.gateway;

/**
 * A rule as a conversation of a client, the gateway and its origin.
 *
 * @param id that of the reference list
 * @param sentence what holds
 */
record Row(String id, String sentence, Conversation conversation) {

    @FunctionalInterface
    interface Conversation {
        void hold(Talk talk) throws Exception;
    }

    /** What is stored under these response header lines, each of them alone, is used again. */
    static Row kept(String id, String sentence, String... lines) {
        return new Row(id, sentence, talk -> {
            talk.answers(lines);
            talk.runs();
            talk.hits();
        });
    }

    static Row notKept(String id, String sentence, String... lines) {
        return new Row(id, sentence, talk -> {
            talk.answers(lines);
            talk.runs();
            talk.runs();
        });
    }

    static Row of(String id, String sentence, Conversation conversation) {
        return new Row(id, sentence, conversation);
    }

    @Override
    public String toString() {
        return id + " " + sentence;
    }
}

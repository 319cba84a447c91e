package org.cachette.server.app;

/** A value that is written as JSON. */
public class Topic {

    private final String title;
    private final int call;

    public Topic(String title, int call) {
        this.title = title;
        this.call = call;
    }

    public String getTitle() {
        return title;
    }

    public int getCall() {
        return call;
    }
}

package org.cachette.page;

import java.util.Objects;
import java.util.function.Supplier;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Who the visitor is: what the server says when that is wanted first. Servers take their time to answer, and many requests
 * pass by without the question.
 */
final class AskedVisitor implements Supplier<Visitor> {

    private final Supplier<Visitor> server;
    private @Nullable Visitor answer;

    AskedVisitor(Supplier<Visitor> server) {
        this.server = server;
    }

    /** Asks now: before the method runs, which may begin a session or end it. */
    void ask() {
        if (answer == null) {
            answer = server.get();
        }
    }

    @Override
    public Visitor get() {
        ask();
        return Objects.requireNonNull(answer);
    }
}

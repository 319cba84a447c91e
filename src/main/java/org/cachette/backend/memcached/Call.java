package org.cachette.backend.memcached;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Requests of one caller that go out together, and their answers. */
final class Call {

    private final List<Request> requests;
    private final Thread caller = Thread.currentThread();
    private final List<Answer> answers;
    private @Nullable IOException failure;
    private volatile boolean over;

    Call(List<Request> requests) {
        this.requests = requests;
        this.answers = new ArrayList<>(requests.size());
    }

    List<Request> requests() {
        return requests;
    }

    /** The one whose answer comes next. */
    Request current() {
        return requests.get(answers.size());
    }

    /** Takes the next answer; true when it was the last. */
    boolean take(Answer answer) {
        answers.add(answer);
        return answers.size() == requests.size();
    }

    void succeed() {
        over = true;
        wake();
    }

    void fail(IOException reason) {
        if (!over) {
            failure = reason;
            over = true;
            wake();
        }
    }

    boolean isOver() {
        return over;
    }

    /** Lets the caller look whether it is over, or whether it is to read the answers. */
    void wake() {
        if (caller != Thread.currentThread()) {
            LockSupport.unpark(caller);
        }
    }

    /** Once it is over: the answers, in the order of the requests. */
    List<Answer> result() throws IOException {
        IOException reason = failure;
        if (reason != null) {
            throw new IOException(reason.getMessage(), reason);
        }
        return answers;
    }
}

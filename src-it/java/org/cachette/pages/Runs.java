package org.cachette.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often methods ran. */
@ApplicationScoped
public class Runs {

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();

    public int next() {
        return count.incrementAndGet();
    }

    /** True the first time. */
    public boolean failOnce() {
        return failed.compareAndSet(false, true);
    }

    public int count() {
        return count.get();
    }
}

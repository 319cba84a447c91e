package org.cachette.server.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.Fragments;

/** What templates show: how often they were rendered, so that a piece from the cache is known by its old number. */
@Named
@ApplicationScoped
public class Renderings {

    private final AtomicInteger renderings = new AtomicInteger();
    private volatile String typed = "";

    @Inject
    Fragments fragments;

    /** The number of this rendering, from 1. */
    public int getNext() {
        return renderings.incrementAndGet();
    }

    /** A body must not run. */
    public String getFailure() {
        throw new IllegalArgumentException("the body ran");
    }

    /** What was typed last. */
    public String getTyped() {
        return typed;
    }

    /** Called by Faces. */
    public void setTyped(String typed) {
        this.typed = typed;
    }

    /** Drops a member's inbox. */
    public void read(String member) {
        fragments.invalidate("inbox", member);
    }
}

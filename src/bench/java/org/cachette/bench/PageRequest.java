package org.cachette.bench;

import java.net.URI;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Requests for one page, from a resource class of a scope. */
@State(Scope.Thread)
public abstract class PageRequest {

    @Param({"unscoped", "application", "request"})
    public String scope;

    private final URI page = Site.page("page");
    private Site site;

    /** The resource class of each scope. */
    abstract Class<?> unscoped();

    abstract Class<?> ofApplication();

    abstract Class<?> ofRequest();

    /** Whether the answers are expected to come from the page cache. */
    abstract boolean isCached();

    @Setup
    public void start() {
        site = Site.start(
                switch (scope) {
                    case "application" -> ofApplication();
                    case "request" -> ofRequest();
                    default -> unscoped();
                });
        if (site.get(page) != Pages.CONSTANT.length() || (site.header(page, "Age") != null) != isCached()) {
            throw new IllegalStateException("not the page that was to be measured");
        }
        Rounds.warmUp(this::get);
    }

    @Benchmark
    public int get() {
        return site.get(page);
    }

    @TearDown
    public void end() {
        site.close();
    }
}

package org.cachette.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import org.cachette.annotation.CachePage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same page as {@link ConstantPage} gives, from the page cache of an application that configures nothing. */
@State(Scope.Thread)
public class PageHit {

    @Param({"unscoped", "application", "request"})
    public String scope;

    private final URI page = Site.page("page");
    private Site site;

    @Setup
    public void start() {
        site = Site.start(
                switch (scope) {
                    case "application" -> OfApplication.class;
                    case "request" -> OfRequest.class;
                    default -> Unscoped.class;
                });
        if (site.get(page) != Pages.CONSTANT.length() || site.header(page, "Age") == null) {
            throw new IllegalStateException("not a hit");
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

    @Path("page")
    public static class Unscoped {
        @GET
        @CachePage(60 * 15)
        @Produces("text/plain")
        public String text() {
            return Pages.CONSTANT;
        }
    }

    @Path("page")
    @ApplicationScoped
    public static class OfApplication {
        @GET
        @CachePage(60 * 15)
        @Produces("text/plain")
        public String text() {
            return Pages.CONSTANT;
        }
    }

    @Path("page")
    @RequestScoped
    public static class OfRequest {
        @GET
        @CachePage(60 * 15)
        @Produces("text/plain")
        public String text() {
            return Pages.CONSTANT;
        }
    }
}

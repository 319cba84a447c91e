package org.cachette.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The page as it costs nothing to make: a method that returns a constant. Fair, and hard on the cache: runs in a JVM
 * whose class path lacks Cachette, with the same Jersey and Weld, on a resource of the same scope and found the same
 * way, for the same request.
 */
@State(Scope.Thread)
public class ConstantPage {

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
        if (site.get(page) != Pages.CONSTANT.length() || site.header(page, "ETag") != null) {
            throw new IllegalStateException("not the plain page");
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
        @Produces("text/plain")
        public String text() {
            return Pages.CONSTANT;
        }
    }

    @Path("page")
    @ApplicationScoped
    public static class OfApplication {
        @GET
        @Produces("text/plain")
        public String text() {
            return Pages.CONSTANT;
        }
    }

    @Path("page")
    @RequestScoped
    public static class OfRequest {
        @GET
        @Produces("text/plain")
        public String text() {
            return Pages.CONSTANT;
        }
    }
}

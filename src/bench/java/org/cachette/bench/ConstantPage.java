package org.cachette.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/**
 * The page as it costs nothing to make: a method that returns a constant. Fair, and hard on the cache: runs in a JVM
 * whose class path lacks Cachette, with the same Jersey and Weld, on a resource of the same scope and found the same
 * way, for the same request.
 */
public class ConstantPage extends PageRequest {

    @Override
    Class<?> unscoped() {
        return Unscoped.class;
    }

    @Override
    Class<?> ofApplication() {
        return OfApplication.class;
    }

    @Override
    Class<?> ofRequest() {
        return OfRequest.class;
    }

    @Override
    boolean isCached() {
        return false;
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

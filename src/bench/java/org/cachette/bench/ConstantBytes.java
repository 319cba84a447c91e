package org.cachette.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/**
 * The page as {@link ConstantPage} gives it, but as bytes: nothing is encoded. What a hit allocates beyond this is
 * Cachette's and CDI's own, since the body of a hit need not be encoded either.
 */
public class ConstantBytes extends PageRequest {

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
        public byte[] text() {
            return Pages.CONSTANT_BYTES;
        }
    }

    @Path("page")
    @ApplicationScoped
    public static class OfApplication {
        @GET
        @Produces("text/plain")
        public byte[] text() {
            return Pages.CONSTANT_BYTES;
        }
    }

    @Path("page")
    @RequestScoped
    public static class OfRequest {
        @GET
        @Produces("text/plain")
        public byte[] text() {
            return Pages.CONSTANT_BYTES;
        }
    }
}

package org.cachette.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.cachette.annotation.CachePage;

/** The same page as {@link ConstantPage} gives, from the page cache of an application that configures nothing. */
public class PageHit extends PageRequest {

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
        return true;
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

package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnHeaders;

/** Pages that tell what the application saw of the request: cached, and the same without a cache. */
final class EchoPages {

    private EchoPages() {}

    public static class Echo {

        @Context
        UriInfo uri;

        @Context
        HttpHeaders headers;

        @Inject
        Runs runs;

        String echo() {
            String base = uri.getRequestUri().toASCIIString().replaceFirst("/(cached|plain)", "/echo");
            String seen = base.length() < 1000 ? base : "http, long " + base.length() + " " + base.hashCode();
            return seen + " X-A=" + headers.getRequestHeader("X-A") + " Cookie=" + headers.getRequestHeader("Cookie")
                    + " #" + runs.next();
        }
    }

    @Path("/cached{rest:.*}")
    @Produces("text/plain")
    public static class Cached extends Echo {

        @GET
        @CachePage(60)
        @VaryOnHeaders({"X-A", "Cookie"})
        public String page() {
            return echo();
        }
    }

    @Path("/plain{rest:.*}")
    @Produces("text/plain")
    public static class Plain extends Echo {

        @GET
        public String page() {
            return echo();
        }
    }
}

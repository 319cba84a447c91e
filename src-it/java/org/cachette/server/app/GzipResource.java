package org.cachette.server.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cachette.annotation.CachePage;
import org.jboss.resteasy.annotations.GZIP;

/** A text worth compressing: for RESTEasy by annotation, for Jersey by the application's filter. */
@Path("/gzip")
@RequestScoped
public class GzipResource {

    @Inject
    Calls calls;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @CachePage(60)
    @GZIP
    public String answer() {
        return calls.answer("gzip") + " and on and on".repeat(500);
    }
}

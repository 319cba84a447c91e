package org.cachette.server.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cachette.annotation.CachePage;

/** A resource without a scope. */
@Path("/unscoped")
public class UnscopedResource {

    @Inject
    Calls calls;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @CachePage(60)
    public String answer() {
        return calls.answer("unscoped");
    }
}

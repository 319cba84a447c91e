package org.cachette.server.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cachette.annotation.CachePage;

/** A resource that lives for one request. */
@Path("/request")
@RequestScoped
public class RequestScopedResource {

    @Inject
    Calls calls;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @CachePage(60)
    public String answer() {
        return calls.answer("request");
    }
}

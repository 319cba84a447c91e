package org.cachette.server.app;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cachette.annotation.CachePage;

/** A resource that is an EJB. */
@Path("/stateless")
@Stateless
public class StatelessResource {

    @Inject
    Calls calls;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @CachePage(60)
    public String answer() {
        return calls.answer("stateless");
    }
}

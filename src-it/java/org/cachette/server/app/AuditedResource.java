package org.cachette.server.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cachette.annotation.CachePage;

/** A cached page with an interceptor that a hit would skip. */
@Path("/audited")
@RequestScoped
public class AuditedResource {

    @Inject
    Calls calls;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @CachePage(60)
    @Audited
    public String answer() {
        return calls.answer("audited");
    }
}

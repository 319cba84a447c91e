package org.cachette.server.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnCookie;

/** Pages that are soon stale; each tells by whose request it was made. */
@RequestScoped
@Path("/lasting")
@Produces("text/plain")
public class LastingResource {

    @Inject
    Calls calls;

    @Context
    HttpHeaders headers;

    @GET
    @CachePage(1)
    @CacheControl(staleWhileRevalidate = 600)
    @VaryOnCookie
    public String lasting() {
        return "call " + calls.next("lasting") + " of " + headers.getCookies().keySet() + " by "
                + headers.getHeaderString("User-Agent");
    }

    @GET
    @Path("validated")
    @CachePage(1)
    public Response validated(@Context Request request) {
        EntityTag tag = new EntityTag("v1");
        int call = calls.next("validated");
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok("page").tag(tag) : unchanged.header("X-Call", call)).build();
    }
}

package org.cachette.server.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;

/** A method for members only, and one for all that greets whoever is logged in. */
@Path("/guarded")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class GuardedResource {

    @Inject
    Calls calls;

    @GET
    @RolesAllowed("member")
    @CachePage(60)
    public String membersOnly() {
        return calls.answer("guarded");
    }

    @GET
    @Path("/greeting")
    @CachePage(60)
    public String greeting(@Context SecurityContext security) {
        Principal user = security.getUserPrincipal();
        return calls.answer("greeting") + ", hello " + (user == null ? "stranger" : user.getName());
    }

    @GET
    @Path("/shared")
    @RolesAllowed("member")
    @CachePage(60)
    @CacheControl(isPublic = true)
    public String shared() {
        return calls.answer("shared");
    }

    @GET
    @Path("/checked")
    @CachePage(60)
    public Response checked(@Context SecurityContext security) {
        String answer = calls.answer("checked");
        return security.isUserInRole("member")
                ? Response.ok(answer).build()
                : Response.status(Response.Status.FORBIDDEN).entity(answer).build();
    }
}

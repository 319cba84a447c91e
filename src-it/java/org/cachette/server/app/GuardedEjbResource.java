package org.cachette.server.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;

/** An EJB for members only: here it is the EJB container that refuses. */
@Path("/guarded-ejb")
@Stateless
public class GuardedEjbResource {

    @Inject
    Calls calls;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed("member")
    @CachePage(60)
    public String membersOnly() {
        return calls.answer("guarded EJB");
    }

    @GET
    @Path("/shared")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed("member")
    @CachePage(60)
    @CacheControl(isPublic = true)
    public String shared() {
        return calls.answer("shared EJB");
    }
}

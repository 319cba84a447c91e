package org.cachette.server.app;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cachette.annotation.CacheControl;

/** An EJB that says nothing of a page cache; settings give it one by its URLs. */
@Path("/ruled-ejb")
@Stateless
public class RuledEjbResource {

    @Inject
    Calls calls;

    @GET
    @Path("/members")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed("member")
    @CacheControl(isPublic = true)
    public String membersOnly() {
        return calls.answer("ruled for members");
    }

    @GET
    @Path("/all")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    @CacheControl(isPublic = true)
    public String all() {
        return calls.answer("ruled for all");
    }
}

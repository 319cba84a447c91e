package org.cachette.server.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.cachette.Fragments;
import org.cachette.Timeout;

/** A page with a session, of which a fragment has a link and another one has none. */
@Path("/link")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class LinkResource {

    private static final Timeout TWO_MINUTES = Timeout.ofSeconds(120);

    @Inject
    Calls calls;

    @Inject
    Fragments fragments;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @GET
    public String page() {
        request.getSession();
        return fragments.render("link", TWO_MINUTES, () -> response.encodeURL("next"))
                + " "
                + fragments.render("text", TWO_MINUTES, () -> calls.answer("text"));
    }
}

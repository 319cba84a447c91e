package org.cachette.samples.forum;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** The way in: not kept, and quick enough without. */
@Path("/")
@RequestScoped
public class FrontPage {

    @Inject
    Views views;

    @GET
    @Produces("text/html;charset=UTF-8")
    public String front(@CookieParam("member") @DefaultValue("") String member, @Context UriInfo uri) {
        return views.html("front", Rendering.begin(uri, member), Map.of("member", member));
    }
}

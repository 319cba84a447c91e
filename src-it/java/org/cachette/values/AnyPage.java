package org.cachette.values;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** So that there is a site. */
@Path("/any")
@RequestScoped
public class AnyPage {

    @GET
    public String page() {
        return "any";
    }
}

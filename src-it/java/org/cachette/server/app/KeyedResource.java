package org.cachette.server.app;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For those with a key, which is looked at when the object is made. */
@Path("/keyed")
@Dependent
@Produces(MediaType.TEXT_PLAIN)
public class KeyedResource {

    @HeaderParam("X-Key")
    public void setKey(String key) {
        if (key == null) {
            throw new NotFoundException();
        }
    }

    @GET
    public String page() {
        return "keyed";
    }
}

package org.cachette.server.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that no server can deploy: nothing implements what it wants. */
@Path("/missing")
@RequestScoped
public class MissingBeanResource {

    @Inject
    Missing missing;

    @GET
    public String answer() {
        return missing.toString();
    }

    /** What nobody has. */
    public interface Missing {}
}

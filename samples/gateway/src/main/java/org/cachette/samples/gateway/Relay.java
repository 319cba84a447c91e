package org.cachette.samples.gateway;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * Answers what the origin answers. A method here runs only for what the cache in front does not know.
 *
 * <p>The one media type is a pretence: with none, or with several, JAX-RS would choose by {@code Accept}, and Cachette
 * would keep answers apart by it. {@link ContentWriter} sends the origin's.
 */
@Path("{path: .*}")
@Produces("application/octet-stream")
@RequestScoped
public class Relay {

    @Inject
    Origin origin;

    @Inject
    Received received;

    @Context
    UriInfo uri;

    @GET
    public Response get() {
        return relay();
    }

    @HEAD
    public Response head() {
        return relay();
    }

    @OPTIONS
    public Response options() {
        return relay();
    }

    @QUERY
    public Response query() {
        return relay();
    }

    /** Every other method too: see {@link BeforeMatching}. */
    @POST
    public Response post() {
        return relay();
    }

    private Response relay() {
        return origin.answer(received.method(), uri.getRequestUri(), received.headers(), received.content());
    }
}

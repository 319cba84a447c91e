package org.cachette.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.cachette.annotation.CachePage;

/** Pages around whose methods nothing stands. */
final class UnguardedPages {

    static final Class<?>[] ALL = {Open.class, OpenClass.class, OpenRequest.class, StrangerMapper.class};

    private UnguardedPages() {}

    static String text(Object resource, Runs runs) {
        boolean plain = resource.getClass().getName().matches(".*Pages\\$[A-Za-z]+");
        return (plain ? "plain" : "intercepted") + " object, run " + runs.next();
    }

    public static class Stranger extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Shows the way in, as pages for browsers do. */
    public static class StrangerMapper implements ExceptionMapper<Stranger> {

        @Inject
        Runs runs;

        @Override
        public Response toResponse(Stranger stranger) {
            return Response.ok("log in, run " + runs.next()).build();
        }
    }

    @Path("/open")
    public static class Open {

        @Inject
        Runs runs;

        @Context
        HttpHeaders headers;

        @GET
        @CachePage(60)
        public String page(@QueryParam("other") String other) {
            return text(this, runs);
        }

        @GET
        @Path("login")
        @CachePage(60)
        public String login() {
            throw new Stranger();
        }

        @GET
        @Path("gone")
        @CachePage(60)
        public Response gone() {
            throw new jakarta.ws.rs.ClientErrorException(Response.status(410)
                    .header("Cache-Control", "max-age=60")
                    .entity("gone, run " + runs.next())
                    .build());
        }

        @GET
        @Path("shaky")
        @CachePage(60)
        public Response shaky() {
            if (headers.getHeaderString("X-Fail") != null) {
                throw new IllegalStateException("out of order");
            }
            return Response.ok(text(this, runs))
                    .header("Cache-Control", "max-age=60, stale-if-error=60")
                    .build();
        }
    }

    @Path("/open-class")
    @CachePage(60)
    public static class OpenClass {

        private final Runs runs;

        @Inject
        public OpenClass(Runs runs) {
            this.runs = runs;
        }

        @GET
        public String page() {
            return text(this, runs);
        }
    }

    @RequestScoped
    @Path("/open-request")
    public static class OpenRequest {

        @GET
        @CachePage(60)
        public String page() {
            return text(
                    this,
                    jakarta.enterprise
                            .inject
                            .spi
                            .CDI
                            .current()
                            .select(Runs.class)
                            .get());
        }
    }
}

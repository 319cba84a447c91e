package org.cachette.server.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cachette.annotation.CachePage;

/** Pages for many at once; how a method behaves is in the path. Each body tells its run, and ends with {@code END}. */
@RequestScoped
@Path("/crowd")
@Produces("text/plain")
public class CrowdResource {

    /** Long enough that it does not go out in one piece. */
    private static final String FILLING = "0123456789".repeat(4000);

    @Inject
    Calls calls;

    @Inject
    Gathering gathering;

    /** The first run waits until others are there. */
    @GET
    @Path("calm/{page}")
    @CachePage(600)
    public String calm(@PathParam("page") String page) {
        int run = calls.next(page);
        gathering.awaitOthers();
        return body(run);
    }

    /** The first run throws once others are there. */
    @GET
    @Path("throwing")
    @CachePage(600)
    public String throwing() {
        int run = calls.next("throwing");
        if (run == 1) {
            gathering.awaitOthers();
            throw new IllegalStateException("the first run fails");
        }
        return body(run);
    }

    /** By settings; the first answer is lost between the method and Cachette's filter. */
    @GET
    @Path("lost")
    public String lost() {
        int run = calls.next("lost");
        if (run == 1) {
            gathering.awaitOthers();
        }
        return body(run);
    }

    /** The first run ends when it is let go. */
    @GET
    @Path("hanging")
    @CachePage(600)
    public String hanging() {
        int run = calls.next("hanging");
        if (run == 1) {
            gathering.hang();
        }
        return body(run);
    }

    @GET
    @Path("private")
    @CachePage(600)
    public Response ofOne() {
        return Response.ok(body(calls.next("private")))
                .header("Cache-Control", "private")
                .build();
    }

    @GET
    @Path("failing")
    @CachePage(600)
    public Response failing() {
        return Response.serverError().entity(body(calls.next("failing"))).build();
    }

    /** Never ends. */
    @GET
    @Path("endless")
    @CachePage(600)
    public StreamingOutput endless() {
        byte[] piece = body(calls.next("endless")).getBytes(StandardCharsets.US_ASCII);
        return out -> {
            while (true) {
                out.write(piece);
                out.flush();
            }
        };
    }

    @GET
    @Path("runs/{page}")
    public int runs(@PathParam("page") String page) {
        return calls.count(page);
    }

    /** From now on those who come are counted, from none. */
    @GET
    @Path("gather")
    public String gather() {
        gathering.begin();
        return "nobody is there";
    }

    @GET
    @Path("release")
    public String release() {
        gathering.release();
        return "released";
    }

    private static String body(int run) {
        return "run " + run + " " + FILLING + " END";
    }

    /** Who is there. */
    @ApplicationScoped
    public static class Gathering {

        /** As many as every server serves at once, with some left. */
        private static final int SOME = 3;

        private final CountDownLatch released = new CountDownLatch(1);
        private volatile CountDownLatch arrivals = new CountDownLatch(SOME);

        void begin() {
            arrivals = new CountDownLatch(SOME);
        }

        void arrive() {
            arrivals.countDown();
        }

        void awaitOthers() {
            await(arrivals);
        }

        void hang() {
            await(released);
        }

        void release() {
            released.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Sees requests come, and loses the first answer of {@link #lost}. */
    @Provider
    @PreMatching
    @ApplicationScoped
    public static class Door implements ContainerRequestFilter, ContainerResponseFilter {

        @Inject
        Gathering gathering;

        @Inject
        Calls calls;

        @Override
        public void filter(ContainerRequestContext request) {
            gathering.arrive();
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (request.getUriInfo().getPath().endsWith("/lost") && calls.count("lost") == 1) {
                throw new IllegalStateException("the first answer is lost");
            }
        }
    }
}

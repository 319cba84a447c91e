package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cachette.annotation.CachePage;

/** Pages whose methods behave as the query says, {@code ?calm-1}; the first run often otherwise than the next ones. */
@Path("/crowded")
@Produces("text/plain")
public class CrowdedPages {

    @Inject
    Crowd crowd;

    @Context
    UriInfo uri;

    @GET
    @Path("annotated")
    @CachePage(60)
    public Response annotated() {
        return answer(query());
    }

    @GET
    @Path("ruled")
    public Response ruled() {
        return answer(query());
    }

    @GET
    @Path("stage")
    @CachePage(60)
    public CompletionStage<Response> stage() {
        String query = query();
        return CompletableFuture.supplyAsync(() -> answer(query), crowd.later());
    }

    @GET
    @Path("suspended")
    @CachePage(60)
    public void suspended(@Suspended AsyncResponse later) {
        String query = query();
        crowd.later().execute(() -> {
            try {
                later.resume(answer(query));
            } catch (RuntimeException e) {
                later.resume(e);
            }
        });
    }

    private String query() {
        return uri.getRequestUri().getRawQuery();
    }

    private Response answer(String query) {
        Crowd.OfPage page = crowd.of(query);
        int run = page.begin();
        String body = "run " + run;
        switch (query.substring(0, query.indexOf('-'))) {
            case "calm" -> page.awaitArrivals();
            case "throwing" -> {
                if (run == 1) {
                    page.awaitArrivals();
                    throw new IllegalStateException("the first run fails");
                }
            }
            case "hanging" -> {
                if (run == 1) {
                    page.hang();
                }
            }
            case "private" -> {
                boolean among = run == 1 || page.isOneOfMany();
                if (run == 1) {
                    page.awaitArrivals();
                }
                return Response.ok(among ? body : "serial")
                        .header("Cache-Control", "private")
                        .build();
            }
            case "endless" -> {
                return Response.ok((StreamingOutput) out -> {
                            out.write(body.getBytes(StandardCharsets.UTF_8));
                            if (run == 1) {
                                page.hang();
                            }
                        })
                        .build();
            }
            default -> throw new IllegalArgumentException(query);
        }
        return Response.ok(body).build();
    }
}

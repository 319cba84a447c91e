package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.util.Date;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;

/** Pages whose methods know validators and look at the conditions of the request. */
@Path("/versions")
@Produces("text/plain")
public class VersionedPages {

    static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");

    @Inject
    Runs runs;

    @Inject
    Edition edition;

    @Inject
    RequestNote note;

    @Context
    HttpHeaders headers;

    @GET
    @Path("annotated")
    @CachePage(60)
    public Response annotated(@Context Request request) {
        return tagged(request, "");
    }

    @GET
    @Path("ruled")
    public Response ruled(@Context Request request) {
        return tagged(request, "");
    }

    @GET
    @Path("dated")
    @CachePage(60)
    public Response dated(@Context Request request) {
        int run = runs.next();
        ResponseBuilder notModified = request.evaluatePreconditions(Date.from(MADE));
        return (notModified == null ? Response.ok("run " + run).lastModified(Date.from(MADE)) : notModified).build();
    }

    /** Refuses what a client sends beside the URL, and says of all its answers how long they last. */
    @GET
    @Path("picky")
    public Response picky(@HeaderParam("X-Refused") @DefaultValue("200") int status) {
        return Response.status(status)
                .entity("run " + runs.next())
                .header("Cache-Control", "public, max-age=60")
                .build();
    }

    @GET
    @Path("stage")
    @CachePage(60)
    public CompletionStage<Response> stage(@Context Request request) {
        Response answer = tagged(request, "");
        return CompletableFuture.supplyAsync(() -> answer);
    }

    @GET
    @Path("failing-stage")
    @CachePage(60)
    public CompletionStage<String> failingStage() {
        int run = runs.next();
        return CompletableFuture.supplyAsync(() -> {
            if (edition.isThrowing()) {
                throw new IllegalStateException("the stage fails");
            }
            return "run " + run;
        });
    }

    @GET
    @Path("named-cookie")
    @CachePage(60)
    @VaryOnCookie("member")
    public Response ofNamedCookie(@Context Request request) {
        return tagged(request, " for " + headers.getHeaderString("Cookie"));
    }

    @GET
    @Path("member")
    @CachePage(60)
    @VaryOnCookie
    public Response member(@Context Request request) {
        return tagged(request, " for " + headers.getHeaderString("Cookie"));
    }

    /** Looks at the client's own condition, which was bound before the page was looked up. */
    @GET
    @Path("bound")
    @CachePage(60)
    public Response bound(@HeaderParam("If-None-Match") String condition) {
        int run = runs.next();
        return condition == null
                ? Response.ok("run " + run).tag(edition.tag()).build()
                : Response.notModified("of-the-client").build();
    }

    @GET
    @Path("lasting")
    @CachePage(60)
    @CacheControl(staleWhileRevalidate = 30, staleIfError = 3600)
    public Response lasting(@Context Request request) {
        return tagged(request, "");
    }

    /** Tells what the method sees of the request. */
    @GET
    @Path("seen")
    @CachePage(60)
    @CacheControl(staleWhileRevalidate = 30)
    @VaryOnHeaders("X-Lang")
    public String seen() {
        return "run " + runs.next() + " " + new TreeMap<>(headers.getRequestHeaders()) + " note " + note.text();
    }

    @POST
    @Path("change")
    public Response change() {
        ResponseBuilder answer = Response.noContent();
        edition.headers().forEach(answer::header);
        return answer.build();
    }

    private Response tagged(Request request, String visitor) {
        int run = runs.next();
        edition.passGate();
        if (edition.isThrowing()) {
            throw new IllegalStateException("the method fails");
        }
        if (edition.status() != 200) {
            return Response.status(edition.status()).entity("status run " + run).build();
        }
        EntityTag tag = new EntityTag(edition.tag());
        ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok("run " + run + visitor).tag(tag);
        }
        edition.headers().forEach(answer::header);
        return answer.build();
    }

    /** The application's own answer to what the methods throw. */
    @Provider
    public static class Teapot implements ExceptionMapper<IllegalStateException> {

        @Override
        public Response toResponse(IllegalStateException failure) {
            return Response.status(418).build();
        }
    }
}

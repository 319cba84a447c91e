package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;

/** Pages that another response cache was seen to get wrong. */
@Path("/peer")
@Produces("text/plain")
public class PeerPages {

    @Inject
    Runs runs;

    @GET
    @Path("missing")
    @CachePage(60)
    public Response missing() {
        return Response.status(404)
                .entity("no such thing " + runs.next())
                .header("Cache-Control", "max-age=60")
                .build();
    }

    @GET
    @Path("whoami")
    @CachePage(60)
    @CacheControl(maxAge = 60)
    public String whoami(@HeaderParam("Authorization") String who) {
        return who + " " + runs.next();
    }

    @GET
    @Path("cookie")
    @CachePage(60)
    public Response cookie() {
        return Response.ok("cookie")
                .cookie(new NewCookie.Builder("id").value("1" + runs.next()).build())
                .build();
    }

    @GET
    @Path("two-names")
    @CachePage(60)
    public Response twoNames() {
        return Response.ok("two " + runs.next()).header("Vary", "X-A, X-B").build();
    }

    @GET
    @Path("star")
    @CachePage(60)
    public Response star() {
        return Response.ok("star " + runs.next()).header("Vary", "X-A,\t* ").build();
    }

    @GET
    @Path("absent")
    @CachePage(60)
    public Response absent() {
        return Response.ok("absent " + runs.next()).header("Vary", "X-A").build();
    }

    @GET
    @Path("tagged")
    @CachePage(60)
    public Response tagged() {
        return Response.ok("tagged " + runs.next()).tag("v1").build();
    }

    @GET
    @Path("dated")
    @CachePage(60)
    public String dated() {
        return "dated " + runs.next();
    }

    @GET
    @Path("shared")
    @CachePage(60)
    public Response shared() {
        return Response.ok("shared " + runs.next())
                .header("Cache-Control", "s-maxage=90")
                .build();
    }

    @GET
    @Path("posted")
    @CachePage(60)
    public String posted() {
        return "posted " + runs.next();
    }

    @POST
    @Path("posted")
    public Response post() {
        return Response.status(400).build();
    }

    @GET
    @Path("plain")
    @CachePage(60)
    public String plain() {
        return "plain " + runs.next();
    }

    @GET
    @Path("aging")
    @CachePage(60)
    @CacheControl(maxAge = 60)
    public String aging() {
        return "aging " + runs.next();
    }

    @GET
    @Path("directives")
    @CachePage(60)
    public Response directives() {
        return Response.ok("directives " + runs.next())
                .header("Cache-Control", "max-age=60, must-revalidate, s-maxage=90")
                .build();
    }

    @GET
    @Path("empty")
    @CachePage(60)
    public Response empty() {
        runs.next();
        return Response.noContent().build();
    }
}

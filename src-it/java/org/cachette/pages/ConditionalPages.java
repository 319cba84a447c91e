package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.cachette.CurrentResponse;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnHeaders;
import org.jspecify.annotations.Nullable;

/** Pages that nobody caches. */
@Path("/conditional")
@Produces("text/plain")
public class ConditionalPages {

    @Inject
    Runs runs;

    @Inject
    CurrentResponse response;

    @GET
    public String page() {
        runs.next();
        return "Test conditional get response";
    }

    @PUT
    public Response put(String content) {
        return Response.ok(content)
                .header("Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT")
                .build();
    }

    /** With the headers that it is asked for. */
    @GET
    @Path("told")
    public Response told(
            @HeaderParam("X-Status") @Nullable Integer status,
            @HeaderParam("X-Control") @Nullable String control,
            @HeaderParam("X-Tag") @Nullable String tag,
            @HeaderParam("X-Modified") @Nullable String modified) {
        return Response.status(status == null ? 200 : status)
                .entity("told")
                .header("Cache-Control", control)
                .header("ETag", tag)
                .header("Last-Modified", modified)
                .header("Set-Cookie", "seen=1")
                .build();
    }

    @GET
    @Path("empty")
    public String empty() {
        return "";
    }

    @GET
    @Path("never")
    @NeverCache
    public String never() {
        return "never";
    }

    @GET
    @Path("declared")
    @VaryOnHeaders("X-A")
    public String declared() {
        response.varyOnCookie("member");
        return "declared";
    }
}

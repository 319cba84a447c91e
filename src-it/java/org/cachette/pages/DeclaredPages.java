package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.cachette.CurrentResponse;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.cachette.http.CacheDirectives;

/** Pages about which annotations and code declare something. */
@Path("/declared")
@Produces("text/plain")
public class DeclaredPages {

    @Inject
    Runs runs;

    @Inject
    DeclaredHeadersIT.Named named;

    @Inject
    CurrentResponse response;

    @GET
    @Path("never")
    @CachePage(60)
    @NeverCache
    public String never() {
        return "never " + runs.next();
    }

    @GET
    @Path("all")
    @CacheControl(
            isPrivate = true,
            noTransform = true,
            mustRevalidate = true,
            proxyRevalidate = true,
            maxAge = 123,
            sMaxAge = 5,
            staleWhileRevalidate = 7,
            staleIfError = 9,
            extensions = "custom=456")
    public String all() {
        return "all";
    }

    @GET
    @Path("headers")
    @CachePage(60)
    @VaryOnHeaders({"User-Agent", "Another-header"})
    public String headers(@HeaderParam("User-Agent") String agent) {
        return agent + " " + runs.next();
    }

    @GET
    @Path("cookie")
    @CachePage(60)
    @VaryOnCookie
    public String cookie(@HeaderParam("Cookie") String cookie) {
        return cookie + " " + runs.next();
    }

    @GET
    @Path("by-bean")
    @CachePage(60)
    public String byBean() {
        return named.name() + runs.next();
    }

    @GET
    @Path("in-code")
    @CachePage(60)
    public String inCode() {
        response.varyOn("X-Team");
        response.varyOnCookie("member");
        response.cacheControl(CacheDirectives.builder()
                .maxAge(Duration.ofSeconds(30))
                .isPublic()
                .extension("custom", "456")
                .build());
        return "in code " + runs.next();
    }

    @GET
    @Path("dont-store")
    @CachePage(60)
    public String dontStore() {
        response.dontStore();
        return "dont store " + runs.next();
    }

    @GET
    @Path("own-private")
    @CachePage(60)
    @CacheControl(isPublic = true, maxAge = 60)
    public Response ownPrivate() {
        return Response.ok("mine " + runs.next())
                .header("Cache-Control", "private")
                .build();
    }

    @GET
    @Path("broken")
    @CachePage(60)
    @CacheControl(isPublic = true, maxAge = 60)
    public Response broken() {
        return Response.status(503).entity("broken").build();
    }

    @GET
    @Path("while-writing")
    @CachePage(60)
    public jakarta.ws.rs.core.StreamingOutput whileWriting() {
        return out -> {
            out.write(("part " + runs.next()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            response.cacheControl(CacheDirectives.builder().isPrivate().build());
        };
    }

    @GET
    @Path("uncached")
    @VaryOnHeaders("Accept-Language")
    public String uncached() {
        return "uncached";
    }

    @GET
    @Path("negotiated")
    @CachePage(60)
    @Produces({"text/plain", "text/html"})
    public String negotiated() {
        return "negotiated " + runs.next();
    }
}

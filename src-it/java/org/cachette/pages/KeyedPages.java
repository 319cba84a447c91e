package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cachette.CurrentResponse;
import org.cachette.Fragments;
import org.cachette.Timeout;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.jspecify.annotations.Nullable;

/** Pages whose entries are told apart by parts of the query or of the cookies; each answer tells how often methods ran. */
@Path("/keyed")
@Produces("text/plain")
public class KeyedPages {

    @Inject
    Runs runs;

    @Inject
    CurrentResponse response;

    @Inject
    Fragments fragments;

    @Context
    UriInfo uri;

    @GET
    @Path("query")
    @CachePage(60)
    public String query() {
        return uri.getQueryParameters() + " run " + runs.next();
    }

    @POST
    @Path("query")
    public void change() {}

    @GET
    @Path("by-rule")
    @CachePage(60)
    public String byRule() {
        return uri.getQueryParameters() + " run " + runs.next();
    }

    @GET
    @Path("member")
    @CachePage(60)
    @VaryOnCookie({"member"})
    public String member(@CookieParam("member") @Nullable String member) {
        return member + " run " + runs.next();
    }

    /** The same without a cache. */
    @GET
    @Path("member-uncached")
    public String uncached(@CookieParam("member") @Nullable String member) {
        return String.valueOf(member);
    }

    @GET
    @Path("two")
    @CachePage(60)
    @VaryOnCookie({"member", "theme"})
    public String two() {
        return "run " + runs.next();
    }

    @GET
    @Path("any")
    @CachePage(60)
    @VaryOnCookie
    public String any() {
        return "run " + runs.next();
    }

    /** The application's own word beside the annotation's. */
    @GET
    @Path("own-header")
    @CachePage(60)
    @VaryOnCookie({"member"})
    public Response ownHeader() {
        return Response.ok("run " + runs.next())
                .header("vary", "accept, cookie")
                .build();
    }

    @GET
    @Path("declared")
    @CachePage(60)
    @VaryOnCookie({"member"})
    public String declared() {
        response.varyOnCookie();
        return "run " + runs.next();
    }

    @GET
    @Path("headers")
    @CachePage(60)
    @VaryOnCookie({"member"})
    @VaryOnHeaders("cookie")
    public String headers() {
        return "run " + runs.next();
    }

    /** A writer says it while the body is written. */
    @GET
    @Path("written")
    @CachePage(60)
    @VaryOnCookie({"member"})
    @Tracked
    public String written() {
        return "run " + runs.next();
    }

    @GET
    @Path("fragment")
    @CachePage(60)
    public String fragment(@CookieParam("member") @Nullable String member) {
        return "page " + runs.next() + ", "
                + fragments.render(
                        "greeting",
                        Timeout.ofSeconds(30),
                        () -> {
                            response.varyOnCookie("member");
                            return "hello " + member + " " + runs.next();
                        },
                        member);
    }

    @GET
    @Path("coded")
    @CachePage(60)
    @VaryOnHeaders("Accept-Encoding")
    public String coded() {
        return "run " + runs.next();
    }

    /** Always in a coding that nobody asked for. */
    @GET
    @Path("strange")
    @CachePage(60)
    public Response strange() {
        return Response.ok("run " + runs.next())
                .header("Content-Encoding", "strange")
                .build();
    }

    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Tracked {}

    /** Puts a Vary in place of whatever is there. */
    @Tracked
    public static class Tracking implements WriterInterceptor {

        @Override
        public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
            context.getHeaders().putSingle("Vary", "Cookie");
            context.proceed();
        }
    }
}

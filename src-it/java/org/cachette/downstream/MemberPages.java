package org.cachette.downstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;

/** A site with members, as the forum of the samples is one; its lives are short. */
@Path("/")
@Produces("text/plain")
@ApplicationScoped
public class MemberPages {

    private final AtomicInteger runs = new AtomicInteger();

    private String page(String what) {
        return what + " #" + runs.incrementAndGet();
    }

    @GET
    @Path("stats")
    @CachePage(2)
    @CacheControl(isPublic = true, maxAge = 2)
    public String stats() {
        return page("everybody");
    }

    @GET
    @Path("shared")
    @CachePage(300)
    @CacheControl(isPublic = true, maxAge = 60)
    public String shared() {
        return page("everybody");
    }

    @GET
    @Path("greeting")
    @CachePage(300)
    @VaryOnHeaders("Accept-Language")
    public String greeting(@HeaderParam("Accept-Language") String language) {
        return page(language);
    }

    @GET
    @Path("profile")
    @CachePage(300)
    @VaryOnCookie
    public String profile(@CookieParam("member") String member) {
        return page(member);
    }

    @GET
    @Path("account")
    @CacheControl(isPrivate = true, maxAge = 60)
    public String account(@CookieParam("member") String member) {
        return page(member);
    }

    @GET
    @Path("messages")
    @NeverCache
    public String messages(@CookieParam("member") String member) {
        return page(member);
    }

    @GET
    @Path("letters")
    @CachePage(300)
    public String letters(@HeaderParam("Authorization") String credentials) {
        return page(credentials);
    }

    @GET
    @Path("login")
    @CachePage(300)
    public Response login(@HeaderParam("X-Name") String name) {
        return Response.ok(page(name)).header("Set-Cookie", "member=" + name).build();
    }
}

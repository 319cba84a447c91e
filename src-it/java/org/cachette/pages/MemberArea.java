package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.cachette.CurrentResponse;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.http.CacheDirectives;

/** Pages of one member each, at any path that begins alike, and a page of everybody beside them. */
@Path("/")
@Produces("text/plain")
public class MemberArea {

    @Inject
    CurrentResponse response;

    @Context
    UriInfo uri;

    @GET
    @Path("profile{rest: .*}")
    @VaryOnCookie
    public String profile(@CookieParam("member") String member) {
        return "secret of " + member;
    }

    @GET
    @Path("messages{rest: .*}")
    @NeverCache
    public String messages(@CookieParam("member") String member) {
        return "secret of " + member;
    }

    @GET
    @Path("account{rest: .*}")
    public String account(@CookieParam("member") String member) {
        response.cacheControl(CacheDirectives.builder().isPrivate().build());
        return "secret of " + member;
    }

    @GET
    @Path("letters{rest: .*}")
    public String letters(@HeaderParam("Authorization") String credentials) {
        return "secret of " + credentials;
    }

    @GET
    @Path("public/{page: .*}")
    public String everybody(@PathParam("page") String page) {
        return "page " + uri.getRequestUri();
    }
}

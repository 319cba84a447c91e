package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;

/** Pages cached in all ways of {@code @CachePage}. */
@Path("/articles")
@Produces("text/plain")
public class ArticlePages {

    @Inject
    Runs runs;

    @GET
    @Path("plain")
    @CachePage(60)
    public String plain() {
        return "plain " + runs.next();
    }

    @GET
    @Path("expiring")
    @CachePage(60)
    public String expiring() {
        return "expiring " + runs.next();
    }

    @GET
    @Path("by-id/{id}")
    @CachePage(60)
    public String byId(@PathParam("id") String id) {
        return id + " " + runs.next();
    }

    @GET
    @Path("query")
    @CachePage(60)
    public String query(@QueryParam("q") String q) {
        return q + " " + runs.next();
    }

    @GET
    @Path("host")
    @CachePage(60)
    public String host() {
        return "host " + runs.next();
    }

    @GET
    @Path("told")
    @CachePage(60 * 15)
    public String told() {
        return "told " + runs.next();
    }

    @GET
    @Path("aging")
    @CachePage(60 * 15)
    public String aging() {
        return "aging " + runs.next();
    }

    @GET
    @Path("short-for-clients")
    @CachePage(60 * 15)
    @CacheControl(isPublic = true, maxAge = 60)
    public String shortForClients() {
        return "short " + runs.next();
    }

    @GET
    @Path("long-for-clients")
    @CachePage(60)
    @CacheControl(maxAge = 600)
    public String longForClients() {
        return "long " + runs.next();
    }

    @GET
    @Path("special")
    @CachePage(value = 60, cache = "special", keyPrefix = "site1")
    public String special() {
        return "special " + runs.next();
    }

    @GET
    @Path("zero")
    @CachePage(0)
    public String zero() {
        return "zero " + runs.next();
    }

    @GET
    @Path("configured")
    @CachePage(600)
    public String configured() {
        return "configured " + runs.next();
    }

    @POST
    @Path("posted")
    public String posted() {
        return "posted " + runs.next();
    }

    @GET
    @Path("failing")
    @CachePage(60)
    public String failing() {
        if (runs.failOnce()) {
            throw new IllegalStateException("the first time it fails");
        }
        return "recovered " + runs.next();
    }

    @GET
    @Path("fat")
    @CachePage(60)
    public String fat() {
        return "fat " + runs.next();
    }
}

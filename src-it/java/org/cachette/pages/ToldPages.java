package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Duration;
import org.cachette.CurrentResponse;
import org.cachette.Pages;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.http.CacheDirectives;

/** Pages that tell other caches more than Cache-Control does. */
@Path("/told")
@Produces("text/plain")
public class ToldPages {

    @Inject
    Runs runs;

    @Inject
    CurrentResponse response;

    @Inject
    Pages pages;

    @GET
    @Path("cdn")
    @CachePage(60)
    @CacheControl(
            maxAge = 5,
            targeted = {"CDN-Cache-Control: max-age=600, must-revalidate", "Cachette-Cache-Control: max-age=60"})
    public String cdn() {
        return "run " + runs.next();
    }

    @GET
    @Path("said")
    @CachePage(60)
    public String said() {
        response.cacheControl(
                "CDN-Cache-Control",
                CacheDirectives.builder().maxAge(Duration.ofMinutes(1)).build());
        return "run " + runs.next();
    }

    @GET
    @Path("plain")
    @CacheControl(maxAge = 5, targeted = "CDN-Cache-Control: max-age=600")
    public String plain() {
        return "run " + runs.next();
    }

    @GET
    @Path("news")
    @CachePage(
            value = 60,
            groups = {"news", "front"})
    public String news() {
        response.inGroups("article-5");
        return "run " + runs.next();
    }

    @GET
    @Path("front")
    @CachePage(value = 60, groups = "front")
    public String front() {
        return "run " + runs.next();
    }

    @GET
    @Path("drop")
    public boolean drop(@QueryParam("page") String page) {
        return pages.invalidate(URI.create(page));
    }
}

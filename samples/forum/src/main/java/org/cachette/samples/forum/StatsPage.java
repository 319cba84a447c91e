package org.cachette.samples.forum;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.samples.forum.data.Statistics;

/** The forum in numbers: kept here for a quarter of an hour, by browsers and proxies for a minute. */
@Path("/stats")
@RequestScoped
public class StatsPage {

    @Inject
    Statistics statistics;

    @GET
    @Produces("application/json")
    @CachePage(60 * 15)
    @CacheControl(isPublic = true, maxAge = 60)
    public Stats stats(@Context UriInfo uri) {
        Rendering page = Rendering.begin(uri);
        return new Stats(statistics.forum(), page.footer());
    }
}

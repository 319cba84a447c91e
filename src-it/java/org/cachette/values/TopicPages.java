package org.cachette.values;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import org.cachette.Fragments;
import org.cachette.Pages;
import org.cachette.Timeout;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnHeaders;

/** Pages of topics, and requests that drop them. */
@Path("/")
@RequestScoped
public class TopicPages {

    @Inject
    Topics topics;

    @Inject
    Fragments fragments;

    @Inject
    Pages pages;

    @GET
    @Path("topics/{id}")
    @CachePage(600)
    @VaryOnHeaders("Accept-Language")
    public String topic(@PathParam("id") String id) {
        return id + " " + topics.version();
    }

    @GET
    @Path("part/{id}")
    public String part(@PathParam("id") String id) {
        return fragments.render("topic", Timeout.ofSeconds(60), () -> id + " " + topics.version(), id, "v");
    }

    @POST
    @Path("change/{id}")
    public void changeOne(@PathParam("id") String id) {
        topics.changeOne(id);
    }

    @POST
    @Path("change-all/{id}")
    public void changeAll(@PathParam("id") String id) {
        topics.changeAll(id);
    }

    @DELETE
    @Path("pages")
    public String drop(@QueryParam("uri") URI uri, @QueryParam("prefix") URI prefix) {
        if (uri != null) {
            return pages.key(uri).isPresent() + " " + pages.invalidate(uri);
        }
        if (prefix != null) {
            return "" + pages.invalidatePrefix(prefix);
        }
        pages.clear();
        return "all";
    }
}

package org.cachette.server.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cachette.Cache;
import org.cachette.annotation.CachePage;

/** Reads and writes the default cache. */
@Path("/store")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class StoreResource {

    @Inject
    Cache cache;

    @Inject
    Calls calls;

    @GET
    @Path("/set/{key}/{value}")
    public String set(@PathParam("key") String key, @PathParam("value") String value) {
        cache.set(key, List.of(value));
        return "set";
    }

    @GET
    @Path("/get/{key}")
    public String get(@PathParam("key") String key) {
        return cache.get(key).map(Object::toString).orElse("nothing");
    }

    @GET
    @Path("/count/{key}")
    public String count(@PathParam("key") String key) {
        cache.add(key, 0);
        return "count " + cache.incr(key);
    }

    @GET
    @Path("/delete/{key}")
    public String delete(@PathParam("key") String key) {
        return "deleted " + cache.delete(key);
    }

    @GET
    @Path("/page")
    @CachePage(60)
    public String page() {
        return calls.answer("page");
    }
}

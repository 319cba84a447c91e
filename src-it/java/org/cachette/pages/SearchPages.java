package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Locale;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnHeaders;
import org.jspecify.annotations.Nullable;

/** Pages that say themselves what of a search they depend on; each answer tells how often methods ran. */
@Path("/search")
@Produces("text/plain")
public class SearchPages {

    @Inject
    Runs runs;

    @Context
    UriInfo uri;

    /** Answers with the No-Vary-Search that it is asked for. */
    @GET
    @CachePage(60)
    public Response search(@QueryParam("say") @Nullable String say, @QueryParam("q") @Nullable String words) {
        return Response.ok(words + " run " + runs.next())
                .header("No-Vary-Search", say == null ? "params=(\"x\" \"say\")" : say)
                .build();
    }

    @POST
    public void change() {}

    @GET
    @Path("plain")
    @CachePage(60)
    public String plain() {
        return "run " + runs.next();
    }

    @GET
    @Path("varying")
    @CachePage(60)
    @VaryOnHeaders("X-A")
    public Response varying() {
        return Response.ok("run " + runs.next())
                .header("No-Vary-Search", "key-order, except=(\"q\")")
                .build();
    }

    @Query
    @CachePage(60)
    @Consumes({"text/plain", "application/json"})
    public String asked(String content) {
        return content + " run " + runs.next();
    }

    @Query
    @Path("form")
    @Consumes("application/x-www-form-urlencoded")
    @CachePage(60)
    public String form(@FormParam("q") String words) {
        return words + " run " + runs.next();
    }

    @GET
    @Path("language")
    @CachePage(60)
    @VaryOnHeaders("Accept-Language")
    public String language() {
        return "run " + runs.next();
    }

    /** A safe method that says with content what it asks for. */
    @HttpMethod("QUERY")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Query {}

    /** Chooses language and time zone as an application would by a cookie. */
    public static class Choosing implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            String language = request.getHeaderString("X-Language");
            String zone = request.getHeaderString("X-Zone");
            if (language != null) {
                request.setProperty("org.cachette.language", Locale.forLanguageTag(language));
            }
            if (zone != null) {
                request.setProperty("org.cachette.time-zone", ZoneId.of(zone));
            }
        }
    }
}

package org.cachette.server.app;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.cachette.annotation.NeverCache;

/** Pages of a site that is cached as a whole; how often JAX-RS was asked for one is in {@link #asked}. */
@Path("/early")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class EarlyResource {

    @Inject
    Calls calls;

    @Context
    HttpServletRequest request;

    @GET
    @Path("/page")
    public String page() {
        return calls.answer("page");
    }

    /** With an annotation that others may act on. */
    @GET
    @Path("/permitted")
    @PermitAll
    public String permitted() {
        return calls.answer("permitted");
    }

    @POST
    @Path("/page")
    public void change() {
        calls.answer("change");
    }

    @GET
    @Path("/visitor")
    public String visitor() {
        HttpSession session = request.getSession(false);
        return calls.answer("visitor") + ", hello " + (session == null ? "stranger" : session.getAttribute("name"));
    }

    @POST
    @Path("/login")
    public void login(String name) {
        request.getSession().setAttribute("name", name);
    }

    @GET
    @Path("/format")
    public String text() {
        return calls.answer("text");
    }

    @GET
    @Path("/format")
    @Produces(MediaType.APPLICATION_JSON)
    public String json() {
        return "\"" + calls.answer("json") + "\"";
    }

    /** For those with a key, which is looked at on the way to the method. */
    @Path("/locked")
    public Locked locked() {
        if (request.getHeader("X-Key") == null) {
            throw new NotFoundException();
        }
        return new Locked(calls);
    }

    /** How many requests reached JAX-RS, this one too. */
    @GET
    @Path("/asked")
    @NeverCache
    public int asked() {
        return AskedRequests.count(request);
    }

    /** Behind the lock. */
    public static final class Locked {

        private final Calls calls;

        Locked(Calls calls) {
            this.calls = calls;
        }

        @GET
        @Produces(MediaType.TEXT_PLAIN)
        public String page() {
            return calls.answer("locked");
        }
    }
}

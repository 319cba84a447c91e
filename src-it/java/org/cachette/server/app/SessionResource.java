package org.cachette.server.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnCookie;

/** Methods that begin a session, use the one that is there, and leave sessions alone. */
@Path("/session")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class SessionResource {

    @Inject
    Calls calls;

    @Context
    HttpServletRequest request;

    @GET
    @Path("/begun")
    @CachePage(60)
    public String begun() {
        String answer = calls.answer("begun");
        request.getSession().setAttribute("begun", answer);
        return answer;
    }

    @GET
    @Path("/used")
    @CachePage(60)
    public String used() {
        HttpSession session = request.getSession(false);
        return calls.answer("used") + ", " + (session == null ? "no session" : session.getAttribute("begun"));
    }

    @GET
    @Path("/ignored")
    @CachePage(60)
    public String ignored() {
        return calls.answer("ignored");
    }

    @GET
    @Path("/by-cookie")
    @CachePage(60)
    @VaryOnCookie
    public String byCookie() {
        return used();
    }

    @GET
    @Path("/begun-by-cookie")
    @CachePage(60)
    @VaryOnCookie
    public String begunByCookie() {
        return begun();
    }

    @GET
    @Path("/public")
    @CachePage(60)
    @CacheControl(isPublic = true)
    public String forAll() {
        return calls.answer("public");
    }
}

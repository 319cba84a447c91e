package org.cachette.samples.forum;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Takes the visitor's word for who they are: good enough for a sample, never for a real site. */
@Path("/login")
@RequestScoped
public class LoginPage {

    @Inject
    Visitors visitors;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response login(Form form, @Context UriInfo uri) {
        String name = visitors.member(form.asMap().getFirst("member")).getName();
        // By hand, since NewCookie adds a Version that RFC 6265 does not know and some clients send back.
        String cookie = "member=" + name + "; Path=" + uri.getBaseUri().getRawPath() + "; HttpOnly; SameSite=Lax";
        return Response.seeOther(uri.getBaseUri())
                .header(HttpHeaders.SET_COOKIE, cookie)
                // Else the browser's way back leads to pages of who was here before: Vary does not rule over that.
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }
}

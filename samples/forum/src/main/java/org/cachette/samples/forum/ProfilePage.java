package org.cachette.samples.forum;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.samples.forum.data.Profiles;
import org.jspecify.annotations.Nullable;

/** The visitor in numbers, kept for each visitor. */
@Path("/profile")
@RequestScoped
public class ProfilePage {

    @Inject
    Visitors visitors;

    @Inject
    Profiles profiles;

    @Inject
    Views views;

    @GET
    @Produces("text/html;charset=UTF-8")
    @CachePage(300)
    @VaryOnCookie
    public String profile(@CookieParam("member") @Nullable String cookie, @Context UriInfo uri) {
        Rendering page = Rendering.begin(uri, cookie);
        Map<String, ?> values = visitors.visitor(cookie)
                .map(member -> Map.of("profile", profiles.of(member)))
                .orElse(Map.of());
        return views.html("profile", page, values);
    }
}

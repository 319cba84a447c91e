package org.cachette.pages;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.jspecify.annotations.Nullable;

/** Pages that say for whom they were made. */
@Path("/visitors")
@Produces("text/plain")
public class VisitorPages {

    @Inject
    Runs runs;

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @Context
    ContainerRequestContext request;

    @GET
    @Path("plain")
    @CachePage(60)
    public String plain() {
        return page();
    }

    @GET
    @Path("public")
    @CachePage(60)
    @CacheControl(isPublic = true)
    public String isPublic() {
        return page();
    }

    @GET
    @Path("s-maxage")
    @CachePage(60)
    @CacheControl(sMaxAge = 60)
    public String sMaxAge() {
        return page();
    }

    @GET
    @Path("must-revalidate")
    @CachePage(60)
    @CacheControl(mustRevalidate = true)
    public String mustRevalidate() {
        return page();
    }

    @GET
    @Path("vary-cookie")
    @CachePage(60)
    @VaryOnCookie
    public String varyCookie() {
        return page();
    }

    @GET
    @Path("vary-authorization")
    @CachePage(60)
    @VaryOnHeaders("Authorization")
    public String varyAuthorization() {
        return page();
    }

    @GET
    @Path("private")
    @CachePage(60)
    @CacheControl(isPrivate = true)
    @VaryOnCookie
    public String isPrivate() {
        return page();
    }

    @GET
    @Path("never")
    @CachePage(60)
    @NeverCache
    @VaryOnCookie
    public String never() {
        return page();
    }

    /** Only alice may see it, in whatever way she is known. */
    @GET
    @Path("guarded")
    @CachePage(60)
    public String guarded() {
        if (!who().endsWith("alice")) {
            throw new ForbiddenException(
                    Response.status(403).entity("refused " + who()).build());
        }
        return "the secret, " + page();
    }

    @GET
    @Path("login")
    @CachePage(60)
    @CacheControl(isPublic = true)
    @VaryOnCookie
    public String login() {
        request.setSecurityContext(new Known("carol"));
        return "welcome carol " + runs.next();
    }

    private String page() {
        return "for " + who() + ", " + runs.next();
    }

    private String who() {
        Principal user = security.getUserPrincipal();
        String token = headers.getHeaderString("Authorization");
        return user != null ? user.getName() : token != null ? token : "nobody";
    }

    /** Logs visitors in by a cookie or by a header. */
    @Provider
    @Priority(Priorities.AUTHENTICATION)
    public static class Login implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            Cookie cookie = request.getCookies().get("member");
            String header = request.getHeaderString("X-User");
            if (header != null) {
                request.setSecurityContext(new Known(header));
            } else if (cookie != null) {
                request.setSecurityContext(new Known(cookie.getValue()));
            }
        }
    }

    private record Known(String name) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return () -> name;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }
}

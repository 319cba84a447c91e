package org.cachette.pages;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.NeverCache;

/** Pages whose code says nothing of the site's cache; each answer tells how often methods ran. */
@Path("/plain")
@Produces("text/plain")
public class PlainPages {

    @Inject
    Runs runs;

    @Context
    HttpHeaders headers;

    @GET
    public String page() {
        return "run " + runs.next();
    }

    @POST
    public String change() {
        return "run " + runs.next();
    }

    @DELETE
    public String remove() {
        return "run " + runs.next();
    }

    @GET
    @Path("articles/{id}")
    public String article(@PathParam("id") String id) {
        return id + " run " + runs.next();
    }

    @GET
    @Path("named")
    public String named() {
        return "run " + runs.next();
    }

    @GET
    @Path("annotated")
    @CachePage(5)
    public String annotated() {
        return "run " + runs.next();
    }

    @GET
    @Path("never")
    @NeverCache
    public String never() {
        return "run " + runs.next();
    }

    @GET
    @Path("guarded")
    @Keyed
    public String guarded() {
        return "run " + runs.next();
    }

    @GET
    @Path("cookie")
    public Response cookie() {
        return Response.ok("run " + runs.next()).header("Set-Cookie", "id=1").build();
    }

    /** Answers with the Cache-Control, Date and Age that it is asked for. */
    @GET
    @Path("told")
    public Response told(@HeaderParam("X-Control") String control, @HeaderParam("X-Age") String age) {
        return Response.ok("run " + runs.next())
                .header("Cache-Control", control)
                .header("Age", age)
                .build();
    }

    /** Lets in who brings the key. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Keyed {}

    @Keyed
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    public static class KeyCheck {

        @AroundInvoke
        Object check(InvocationContext call) throws Exception {
            PlainPages pages = (PlainPages) call.getTarget();
            if (pages.headers.getHeaderString("X-Key") == null) {
                throw new ForbiddenException();
            }
            return call.proceed();
        }
    }
}

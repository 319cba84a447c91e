package org.cachette.pages;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cachette.annotation.CachePage;
import org.jspecify.annotations.Nullable;

/** Pages that refuse callers without a key, each at another moment before its method is called. */
final class GuardedPages {

    static final Class<?>[] ALL = {
        OnCreation.class,
        ByHeaderField.class,
        ByParameter.class,
        ByBeanParameter.class,
        ByInterceptor.class,
        ByStereotype.class,
        ByInjection.class,
        ByOwnInjection.class,
        Admission.class,
        Tickets.class,
        Caller.class,
        CallerFilter.class
    };

    private GuardedPages() {}

    private static void admit(String key) {
        if (!"right".equals(key)) {
            throw new ForbiddenException();
        }
    }

    /** A key that only the right text makes. */
    public record Key(String text) {

        public Key {
            admit(text);
        }

        public static Key valueOf(String text) {
            return new Key(text);
        }
    }

    /** What a caller with the key is given. */
    public record Ticket(String key) {}

    public static class Tickets {

        @Inject
        Caller caller;

        @Produces
        Ticket ticket() {
            admit(caller.key());
            return new Ticket(caller.key());
        }
    }

    @RequestScoped
    public static class Caller {

        private String key = "";

        void is(String caller) {
            key = caller;
        }

        String key() {
            return key;
        }
    }

    /** Tells the caller's bean who asks. */
    @PreMatching
    public static class CallerFilter implements ContainerRequestFilter {

        @Inject
        Caller caller;

        @Override
        public void filter(ContainerRequestContext request) {
            String key = request.getHeaderString("X-Key");
            caller.is(key == null ? "" : key);
        }
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Admitted {}

    @Admitted
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    public static class Admission {

        @Inject
        Caller caller;

        @AroundInvoke
        Object admitAndProceed(InvocationContext call) throws Exception {
            admit(caller.key());
            return call.proceed();
        }
    }

    @Stereotype
    @Admitted
    @Retention(RetentionPolicy.RUNTIME)
    @interface Members {}

    @Path("/on-creation")
    public static class OnCreation {

        @Inject
        Runs runs;

        @Context
        HttpHeaders headers;

        @PostConstruct
        void check() {
            admit(headers.getHeaderString("X-Key"));
        }

        @GET
        @CachePage(60)
        public String page() {
            return UnguardedPages.text(this, runs);
        }
    }

    @Path("/by-header-field")
    public static class ByHeaderField {

        @Inject
        Runs runs;

        @HeaderParam("X-Key")
        void key(String key) {
            admit(key);
        }

        @GET
        @CachePage(60)
        public String page() {
            return UnguardedPages.text(this, runs);
        }
    }

    @Path("/by-parameter")
    public static class ByParameter {

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String page(@HeaderParam("X-Key") Key key) {
            return UnguardedPages.text(this, runs);
        }
    }

    @Path("/by-bean-parameter")
    public static class ByBeanParameter {

        public static class Keys {
            @HeaderParam("X-Key")
            @Nullable
            Key key;
        }

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String page(@BeanParam Keys keys) {
            return UnguardedPages.text(this, runs);
        }
    }

    @Path("/by-interceptor")
    public static class ByInterceptor {

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        @Admitted
        public String page() {
            return UnguardedPages.text(this, runs);
        }
    }

    @Members
    @Path("/by-stereotype")
    public static class ByStereotype {

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String page() {
            return UnguardedPages.text(this, runs);
        }
    }

    /** Made when its method is called, which is after the filters. */
    @RequestScoped
    @Path("/by-injection")
    public static class ByInjection {

        @Inject
        Runs runs;

        @Inject
        Ticket ticket;

        @GET
        @CachePage(60)
        public String page() {
            return UnguardedPages.text(this, runs);
        }
    }

    /** Made before the filters. */
    @Path("/by-own-injection")
    public static class ByOwnInjection {

        @Inject
        Runs runs;

        @Inject
        Ticket ticket;

        @GET
        @CachePage(60)
        public String page() {
            return UnguardedPages.text(this, runs);
        }
    }
}

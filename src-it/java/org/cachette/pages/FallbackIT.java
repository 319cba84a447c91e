package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Test;

/** Interceptors around the page cache that answer in place of a failed method. */
final class FallbackIT {

    @Test
    void whatAFallbackAnsweredIsNotStored() {
        try (EmbeddedServer server = EmbeddedServer.start(
                Map.of(), Shaky.class, FallbackInterceptor.class, Runs.class, SettableClock.class)) {
            assertThat(server.get("/shaky").text()).isEqualTo("a stopgap");
            assertThat(server.get("/shaky").text()).isEqualTo("the page 1");
            assertThat(server.get("/shaky").text()).isEqualTo("the page 1");
        }
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface WithFallback {}

    @WithFallback
    @Interceptor
    @Priority(4010)
    public static class FallbackInterceptor {

        @AroundInvoke
        public Object answer(InvocationContext call) throws Exception {
            try {
                return call.proceed();
            } catch (IllegalStateException e) {
                return "a stopgap";
            }
        }
    }

    @Path("/shaky")
    @Produces("text/plain")
    public static class Shaky {

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        @WithFallback
        public String page() {
            if (runs.failOnce()) {
                throw new IllegalStateException("the first time it fails");
            }
            return "the page " + runs.next();
        }
    }
}

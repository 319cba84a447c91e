package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Test;

/** Only the method that answers the request makes its page. */
final class MatchedMethodsIT {

    @PreMatching
    public static class MethodOverride implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            String other = request.getHeaderString("X-HTTP-Method-Override");
            if (other != null) {
                request.setMethod(other);
            }
        }
    }

    @Path("/things")
    public static class Things {
        @Inject
        Runs runs;

        @GET
        public String page() {
            return "run " + runs.next();
        }

        @DELETE
        public String gone() {
            return "deleted " + runs.next();
        }
    }

    @Test
    void aHeadThatAFilterMadeADeleteIsADelete() {
        try (EmbeddedServer server = EmbeddedServer.start(
                Map.of("cachette.site.enabled", "true"), Things.class, MethodOverride.class, Runs.class)) {
            String first = server.get("/things").text();
            server.head("/things", "X-HTTP-Method-Override: DELETE");
            assertThat(server.bean(Runs.class).next()).as("runs").isEqualTo(3);
            assertThat(server.get("/things").text()).isNotEqualTo(first);
        }
    }

    @Path("/inner")
    public static class Delegate {
        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String find(@HeaderParam("id") String id) {
            return "inner " + runs.next();
        }
    }

    @Path("/outer")
    public static class Outer {
        @Inject
        Delegate delegate;

        @Inject
        Runs runs;

        @GET
        public String find(@HeaderParam("id") String id) {
            String inner = delegate.find(id);
            return "outer " + runs.next() + " " + inner.length();
        }
    }

    @Test
    void aMethodOfTheSameNameInAnotherClassIsNotThePage() {
        try (EmbeddedServer server = EmbeddedServer.start(Map.of(), Delegate.class, Outer.class, Runs.class)) {
            Answer first = server.get("/outer");
            Answer second = server.get("/outer");
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.text()).isNotEqualTo(first.text());
        }
    }
}

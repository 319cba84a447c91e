package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fields of a stale page that stands in for an error. */
@Tag("ee11")
@Tag("R5861-5")
final class StandInFieldsIT {

    @Test
    void areItsOwnAndThoseOfFiltersButNotTheErrors() {
        try (EmbeddedServer server =
                EmbeddedServer.start(Map.of(), Shaky.class, Runs.class, Noting.class, SettableClock.class)) {
            server.get("/shaky");
            server.bean(SettableClock.class).advance(Duration.ofSeconds(70));
            Answer instead = server.get("/shaky", "X-Fail: yes");

            assertThat(instead.status()).isEqualTo(200);
            assertThat(instead.text()).isEqualTo("run 1");
            assertThat(instead.header("X-Title")).contains("page");
            assertThat(instead.header("Retry-After")).isEmpty();
            assertThat(instead.header("X-Note")).contains("yes");
        }
    }

    @Path("/shaky")
    @RequestScoped
    public static class Shaky {

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public Response page(@Context HttpHeaders headers) {
            return headers.getHeaderString("X-Fail") == null
                    ? Response.ok("run " + runs.next())
                            .header("X-Title", "page")
                            .header("Cache-Control", "max-age=60, stale-if-error=60")
                            .build()
                    : Response.status(503)
                            .header("Retry-After", "120")
                            .header("X-Title", "sorry")
                            .header("X-Note", "sorry")
                            .entity("sorry")
                            .build();
        }
    }

    public static class Noting implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            String note = request.getHeaderString("X-Fail");
            response.getHeaders().putSingle("X-Note", note == null ? "no" : note);
        }
    }
}

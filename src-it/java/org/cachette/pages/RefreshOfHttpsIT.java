package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.embedded.EmbeddedServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page of https is made anew as one of https. */
final class RefreshOfHttpsIT {

    /** As behind a proxy that ends TLS: says https for scheme and SecurityContext of a client's request. */
    @PreMatching
    public static class Forwarded implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if ("https".equals(request.getHeaderString("X-Forwarded-Proto"))) {
                UriInfo uri = request.getUriInfo();
                request.setRequestUri(
                        UriBuilder.fromUri(uri.getBaseUri()).scheme("https").build(),
                        UriBuilder.fromUri(uri.getRequestUri()).scheme("https").build());
                request.setSecurityContext(new SecurityContext() {
                    @Override
                    public @Nullable Principal getUserPrincipal() {
                        return null;
                    }

                    @Override
                    public boolean isUserInRole(String role) {
                        return false;
                    }

                    @Override
                    public boolean isSecure() {
                        return true;
                    }

                    @Override
                    public @Nullable String getAuthenticationScheme() {
                        return null;
                    }
                });
            }
        }
    }

    @Path("/secure")
    public static class Secure {
        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public Response page(@Context SecurityContext security, @Context UriInfo uri) {
            if (!security.isSecure()) {
                return Response.status(301)
                        .location(uri.getRequestUriBuilder().scheme("https").build())
                        .build();
            }
            return Response.ok("run " + runs.next()).build();
        }
    }

    @Test
    void aRefreshOfAPageOfHttpsIsSecure() {
        try (EmbeddedServer server = EmbeddedServer.start(
                Map.of("cachette.site.stale-while-revalidate", "30"),
                Secure.class,
                Forwarded.class,
                Runs.class,
                SettableClock.class)) {
            String https = "X-Forwarded-Proto: https";
            assertThat(server.get("/secure", https).text()).isEqualTo("run 1");
            server.bean(SettableClock.class).advance(Duration.ofSeconds(70));
            assertThat(server.get("/secure", https).text()).isEqualTo("run 1");
            await().untilAsserted(() ->
                    assertThat(server.get("/secure", https).text()).isEqualTo("run 2"));
        }
    }
}

package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What other response filters add is for one visitor, and runs again on a hit. */
final class OtherFiltersIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(Map.of(), Filtered.class, Stamps.class, Runs.class, SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFieldThatOnlyAFilterSetsIsNotReplayed() {
        Answer first = server.get("/filtered", "Origin: https://one.example");
        Answer silent = server.get("/filtered");
        Answer other = server.get("/filtered", "Origin: https://two.example");

        assertThat(first.header("Access-Control-Allow-Origin")).contains("https://one.example");
        assertThat(silent.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(other.header("Access-Control-Allow-Origin")).contains("https://two.example");
        assertThat(other.text()).isEqualTo(first.text());
    }

    @Test
    void aNonceIsNewOnEveryHit() {
        Answer first = server.get("/filtered");
        Answer hit = server.get("/filtered");

        assertThat(hit.header("Age")).contains("0");
        assertThat(hit.header("Content-Security-Policy"))
                .isPresent()
                .isNotEqualTo(first.header("Content-Security-Policy"));
    }

    @Test
    void whatTheMethodSetIsReplayedUnlessAFilterSetsItNow() {
        server.get("/filtered");
        Answer hit = server.get("/filtered");
        Answer overridden = server.get("/filtered", "X-Override: now");

        assertThat(hit.header("X-Own")).contains("by the method");
        assertThat(overridden.header("X-Own")).contains("now");
    }

    @Test
    void aVaryThatAFilterAddsKeepsPagesApart() {
        Answer one = server.get("/filtered?vary", "X-Tenant: one");
        Answer two = server.get("/filtered?vary", "X-Tenant: two");

        assertThat(one.header("Vary")).contains("X-Tenant");
        assertThat(two.text()).isNotEqualTo(one.text());
        assertThat(server.get("/filtered?vary", "X-Tenant: one").header("Vary")).contains("X-Tenant");
    }

    @Test
    void fieldsOfFiltersSurviveA304() {
        Answer first = server.get("/filtered");
        Answer conditional = server.get(
                "/filtered", "If-None-Match: " + first.header("ETag").orElseThrow(), "Origin: https://one.example");

        assertThat(conditional.status()).isEqualTo(304);
        assertThat(conditional.header("Access-Control-Allow-Origin")).contains("https://one.example");
    }

    @Path("/filtered")
    @Produces("text/plain")
    public static class Filtered {

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public Response page() {
            return Response.ok("page " + runs.next())
                    .header("X-Own", "by the method")
                    .build();
        }
    }

    @Provider
    public static class Stamps implements ContainerResponseFilter {

        @Inject
        Runs runs;

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            String origin = request.getHeaderString("Origin");
            if (origin != null) {
                response.getHeaders().putSingle("Access-Control-Allow-Origin", origin);
            }
            response.getHeaders().putSingle("Content-Security-Policy", "script-src 'nonce-" + runs.next() + "'");
            String override = request.getHeaderString("X-Override");
            if (override != null) {
                response.getHeaders().putSingle("X-Own", override);
            }
            if (request.getUriInfo().getQueryParameters().containsKey("vary")) {
                response.getHeaders().add("Vary", "X-Tenant");
            }
        }
    }
}

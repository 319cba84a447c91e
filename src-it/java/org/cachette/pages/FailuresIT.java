package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.cachette.annotation.CachePage;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that fail the first time and answer the second: the failure is passed on and never kept. */
@Tag("ee11")
final class FailuresIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.site.max-body", "100"),
                Failing.class,
                Guard.class,
                UnluckyMapper.class,
                Runs.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mapped", "stage", "stage-thrown", "suspended", "suspended-thrown"})
    @Tag("DJ-VIEW-15")
    void aFailureGoesThroughItsMapperAndIsNotKept(String page) {
        assertThat(server.get("/failing/" + page + "?fail").status()).isEqualTo(418);
        assertThat(server.get("/failing/" + page + "?fail").text()).isEqualTo("mapped: out of luck");

        assertRecovers("/failing/" + page + "?fail");
    }

    @Test
    void aSuspendedAnswerThatTimesOutIsNotKept() {
        assertThat(server.get("/failing/timeout?fail").status()).isEqualTo(503);

        assertRecovers("/failing/timeout?fail");
    }

    @Test
    void aBodyWhoseWritingFailsIsNotKept() {
        assertThat(server.get("/failing/half?fail").status()).isEqualTo(418);

        assertRecovers("/failing/half?fail");
    }

    @Test
    @Tag("R9111-50")
    void anErrorThatIsMappedToA404WithItsOwnLifetimeIsKeptAsOne() {
        Answer first = server.get("/failing/missing");
        Answer second = server.get("/failing/missing");

        assertThat(second.status()).isEqualTo(404);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Age")).contains("0");
    }

    @Test
    void aFilterThatAbortsNeverSeesAStoredPage() {
        String page = server.get("/failing/guarded").text();
        Answer refused = server.get("/failing/guarded", "X-Refuse: yes");

        assertThat(page).startsWith("fine");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo("who are you?");
        assertThat(refused.header("Age")).isEmpty();
        assertThat(refused.header("ETag")).isEmpty();
        assertThat(server.get("/failing/guarded").text()).isEqualTo(page);
    }

    @Test
    void aRefusalByAFilterIsNotKept() {
        assertThat(server.get("/failing/guarded?first", "X-Refuse: yes").status())
                .isEqualTo(401);

        assertThat(server.get("/failing/guarded?first").text()).startsWith("fine");
    }

    @Test
    @Tag("R9111-16")
    void aPageThatOutgrowsTheLimitIsWholeAndNotStored() {
        Answer first = server.get("/failing/large");
        Answer second = server.get("/failing/large");

        assertThat(first.text()).hasSize(5000).isNotEqualTo(second.text());
        assertThat(first.header("Cache-Control")).contains("max-age=60");
        assertThat(second.header("Age")).isEmpty();
    }

    @Test
    void aPageOfExactlyTheLimitIsStored() {
        assertThat(server.get("/failing/exact").text())
                .hasSize(100)
                .isEqualTo(server.get("/failing/exact").text());
    }

    private static void assertRecovers(String path) {
        String good = server.get(path + "ed").text();

        assertThat(good).startsWith("fine");
        assertThat(server.get(path + "ed").text()).isEqualTo(good);
    }

    @Provider
    public static class Guard implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getHeaderString("X-Refuse") != null) {
                request.abortWith(Response.status(401).entity("who are you?").build());
            }
        }
    }

    public static class Unlucky extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unlucky() {
            super("out of luck");
        }
    }

    @Provider
    public static class UnluckyMapper implements ExceptionMapper<Unlucky> {

        @Override
        public Response toResponse(Unlucky unlucky) {
            return Response.status(418)
                    .entity("mapped: " + unlucky.getMessage())
                    .type("text/plain")
                    .build();
        }
    }

    @Path("/failing")
    @Produces("text/plain")
    public static class Failing {

        @Inject
        Runs runs;

        @jakarta.ws.rs.core.Context
        jakarta.ws.rs.core.UriInfo uri;

        @GET
        @Path("mapped")
        @CachePage(60)
        public String mapped() {
            return fine();
        }

        @GET
        @Path("stage")
        @CachePage(60)
        public CompletionStage<String> stage() {
            return fails() ? CompletableFuture.failedFuture(new Unlucky()) : CompletableFuture.completedFuture(fine());
        }

        @GET
        @Path("stage-thrown")
        @CachePage(60)
        public CompletionStage<String> stageThrown() {
            return CompletableFuture.completedFuture(fine());
        }

        @GET
        @Path("suspended")
        @CachePage(60)
        public void suspended(@Suspended AsyncResponse later) {
            if (fails()) {
                later.resume(new Unlucky());
            } else {
                later.resume(fine());
            }
        }

        @GET
        @Path("suspended-thrown")
        @CachePage(60)
        public void suspendedThrown(@Suspended AsyncResponse later) {
            later.resume(fine());
        }

        @GET
        @Path("timeout")
        @CachePage(60)
        public void timeout(@Suspended AsyncResponse later) {
            if (fails()) {
                later.setTimeout(1, TimeUnit.MILLISECONDS);
            } else {
                later.resume(fine());
            }
        }

        @GET
        @Path("half")
        @CachePage(60)
        public StreamingOutput half() {
            return out -> {
                out.write("fine ".getBytes(StandardCharsets.UTF_8));
                out.write(fine().getBytes(StandardCharsets.UTF_8));
            };
        }

        @GET
        @Path("missing")
        @CachePage(60)
        public String missing() {
            throw new NotFoundException(Response.status(404)
                    .entity("missing " + runs.next())
                    .header("Cache-Control", "max-age=60")
                    .build());
        }

        @GET
        @Path("guarded")
        @CachePage(60)
        public String guarded() {
            return fine();
        }

        @GET
        @Path("large")
        @CachePage(60)
        public String large() {
            return (runs.next() + "x".repeat(5000)).substring(0, 5000);
        }

        @GET
        @Path("exact")
        @CachePage(60)
        public String exact() {
            return (runs.next() + "x".repeat(100)).substring(0, 100);
        }

        private boolean fails() throws WebApplicationException {
            return uri.getQueryParameters().containsKey("fail");
        }

        private String fine() {
            if (fails()) {
                throw new Unlucky();
            }
            return "fine " + runs.next();
        }
    }
}

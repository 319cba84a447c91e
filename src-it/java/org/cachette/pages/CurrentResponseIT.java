package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cachette.CurrentResponse;
import org.cachette.annotation.CachePage;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code CurrentResponse} speaks of the response of this request, on its own thread, as long as it can be changed. */
@Tag("ee11")
final class CurrentResponseIT {

    private static final String ELSEWHERE =
            "CurrentResponse is for the request's own thread, while a JAX-RS request is being answered";

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.site.max-body", "100"),
                Declaring.class,
                Outside.class,
                Runs.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void outsideOfARequestThereIsNone() {
        assertThatThrownBy(() -> server.bean(CurrentResponse.class).varyOn("X-A"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(ELSEWHERE);
    }

    @Test
    void inARequestScopeWithoutAJaxRsRequestThereIsNone() {
        assertThatThrownBy(() -> server.bean(Outside.class).declare())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no response to speak of: no JAX-RS request is being answered here");
    }

    @Test
    void onAnotherThreadThereIsNone() {
        assertThat(server.get("/declaring/elsewhere").text()).isEqualTo(ELSEWHERE);
    }

    @Test
    void aNameThatIsNoneIsRefusedWhereItIsSaid() {
        assertThat(server.get("/declaring/bad-name").text()).startsWith("\"a b\" is no name of a header field");
    }

    @Test
    void aDeclarationAfterTheBodyIsOnItsWayIsWarnedAboutOnceAndTheAnswerIsNotStored() {
        try (Warnings warnings = new Warnings()) {
            Answer first = server.get("/declaring/late");

            assertThat(first.header("Cache-Control")).contains("max-age=60");
            assertThat(warnings.lines())
                    .containsExactly("GET /declaring/late: caching was declared while the answer was already on its"
                            + " way; its headers do not say so, and it is not stored. Declare before the body is"
                            + " written");
        }
        assertThat(server.get("/declaring/late").header("Age")).isEmpty();
    }

    @Test
    void aLateDeclarationOnAnAnswerThatIsNoPageIsWarnedAboutToo() {
        try (Warnings warnings = new Warnings()) {
            assertThat(server.get("/declaring/late-without-page").status()).isEqualTo(200);

            assertThat(warnings.lines()).hasSize(1);
        }
    }

    @Test
    void aDeclarationWhileTheBodyIsHeldIsInTime() {
        try (Warnings warnings = new Warnings()) {
            assertThat(server.get("/declaring/in-time").header("Vary")).contains("X-A");
            assertThat(server.get("/declaring/in-time", "X-A: 1").header("Vary"))
                    .contains("X-A");

            assertThat(warnings.lines()).isEmpty();
        }
    }

    @ApplicationScoped
    public static class Outside {

        @Inject
        CurrentResponse response;

        @ActivateRequestContext
        public void declare() {
            response.neverCache();
        }
    }

    @Path("/declaring")
    @Produces("text/plain")
    public static class Declaring {

        @Inject
        CurrentResponse response;

        @Inject
        Runs runs;

        @GET
        @Path("elsewhere")
        public String elsewhere() {
            try {
                CompletableFuture.runAsync(response::neverCache).join();
                return "no complaint";
            } catch (CompletionException e) {
                Throwable cause = e.getCause();
                return cause == null ? "no cause" : String.valueOf(cause.getMessage());
            }
        }

        @GET
        @Path("bad-name")
        public String badName() {
            try {
                response.varyOn("a b");
                return "no complaint";
            } catch (IllegalArgumentException e) {
                return String.valueOf(e.getMessage());
            }
        }

        @GET
        @Path("late")
        @CachePage(60)
        public StreamingOutput late() {
            return lateOutput(runs.next());
        }

        @GET
        @Path("late-without-page")
        public StreamingOutput lateWithoutPage() {
            return lateOutput(runs.next());
        }

        @GET
        @Path("in-time")
        @CachePage(60)
        public StreamingOutput inTime() {
            return out -> {
                out.write("short".getBytes(StandardCharsets.UTF_8));
                out.flush();
                response.varyOn("X-A");
            };
        }

        private StreamingOutput lateOutput(int run) {
            return out -> {
                out.write((run + "x".repeat(1000)).getBytes(StandardCharsets.UTF_8));
                response.varyOn("X-A");
                response.neverCache();
                response.dontStore();
            };
        }
    }
}

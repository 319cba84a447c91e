package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import org.cachette.annotation.CachePage;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of every return type are cached alike. */
@Tag("ee11")
final class ReturnTypesIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(Map.of(), Typed.class, Runs.class, SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string",
                "pojo",
                "response",
                "created",
                "int",
                "boolean",
                "stage",
                "stage-of-response",
                "suspended",
                "streaming",
                "bytes",
                "generic",
                "no-content",
                "empty",
                "suspended-later"
            })
    void theHitIsTheSameAnswerAndTheMethodRunsOnce(String path) {
        int before = server.bean(Runs.class).count();

        Answer first = server.get("/typed/" + path + "?once");
        Answer hit = server.get("/typed/" + path + "?once");

        assertThat(hit.status()).isEqualTo(first.status());
        assertThat(hit.body()).isEqualTo(first.body());
        assertThat(hit.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(hit.header("Content-Length")).isEqualTo(first.header("Content-Length"));
        assertThat(hit.header("ETag")).isPresent().isEqualTo(first.header("ETag"));
        assertThat(hit.header("Age")).contains("0");
        assertThat(server.bean(Runs.class).count()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string",
                "pojo",
                "response",
                "int",
                "stage",
                "suspended",
                "streaming",
                "bytes",
                "no-content",
                "empty"
            })
    void aHeadHasTheHeadersOfTheGetAndNoBody(String path) {
        Answer get = server.get("/typed/" + path);
        Answer head = server.head("/typed/" + path);

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"string", "pojo", "response", "int", "stage", "suspended", "streaming", "bytes", "no-content"})
    @Tag("R9110-20")
    @Tag("R9110-21")
    @Tag("R9110-22")
    void theClientsOwnTagIsAnsweredWith304(String path) {
        Answer get = server.get("/typed/" + path);
        Answer conditional = server.get(
                "/typed/" + path, "If-None-Match: " + get.header("ETag").orElseThrow());

        assertThat(conditional.status()).isEqualTo(304);
        assertThat(conditional.body()).isEmpty();
        assertThat(conditional.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(conditional.header("Cache-Control")).isEqualTo(get.header("Cache-Control"));
        assertThat(conditional.header("Expires")).isEqualTo(get.header("Expires"));
        assertThat(conditional.header("Content-Type")).isEmpty();
    }

    @Test
    void theFirstAnswerIsA304TooWhenTheClientHasThePage() {
        Answer first = server.get("/typed/known?a");
        String tag = first.header("ETag").orElseThrow();

        Answer conditional = server.get("/typed/known?b", "If-None-Match: " + tag);

        assertThat(conditional.status()).isEqualTo(304);
        assertThat(conditional.body()).isEmpty();
        assertThat(server.get("/typed/known?b").header("Age")).contains("0");
    }

    @Test
    void aBinaryBodyKeepsEveryByte() {
        server.get("/typed/bytes");
        byte[] hit = server.get("/typed/bytes").body();

        assertThat(hit).hasSize(256);
        for (int i = 0; i < 256; i++) {
            assertThat(hit[i]).isEqualTo((byte) i);
        }
    }

    @Test
    @Tag("DJ-HIT-03")
    void aStoredHeadServesHeadsAndNeverAGet() {
        int before = server.bean(Runs.class).count();

        Answer first = server.head("/typed/only-head");
        Answer second = server.head("/typed/only-head");
        assertThat(second.header("ETag")).isPresent().isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Length")).isEqualTo(first.header("Content-Length"));
        assertThat(server.bean(Runs.class).count()).isEqualTo(before + 1);

        assertThat(server.get("/typed/only-head").text()).startsWith("body");
        assertThat(server.bean(Runs.class).count()).isEqualTo(before + 2);
    }

    @Test
    @Tag("R9111-16")
    void aBodyThatBreaksOffIsNotStored() {
        Answer broken = server.get("/typed/breaking");
        Answer whole = server.get("/typed/breaking");

        assertThat(broken.status()).isEqualTo(500);
        assertThat(whole.text()).isEqualTo("begin end");
        assertThat(server.get("/typed/breaking").header("Age")).contains("0");
    }

    @Test
    void aBodyOverTheLimitStreamsThroughAndIsNotStored() {
        int before = server.bean(Runs.class).count();

        Answer first = server.get("/typed/large");
        Answer second = server.get("/typed/large");

        assertThat(first.body()).hasSize(3 * 1024 * 1024);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Age")).isEmpty();
        assertThat(server.bean(Runs.class).count()).isEqualTo(before + 2);
    }

    public record Pojo(String name, int count) {}

    @Path("/typed")
    @Produces("text/plain")
    public static class Typed {

        @Inject
        Runs runs;

        @GET
        @Path("string")
        @CachePage(60)
        public String string() {
            return "grüezi " + runs.next();
        }

        @GET
        @Path("pojo")
        @Produces(MediaType.APPLICATION_JSON)
        @CachePage(60)
        public Map<String, Integer> pojo() {
            return Map.of("count", runs.next());
        }

        @GET
        @Path("response")
        @CachePage(60)
        public Response response() {
            return Response.ok("response " + runs.next()).header("X-Own", "own").build();
        }

        @GET
        @Path("created")
        @CachePage(60)
        public Response created() {
            return Response.status(203).entity("status " + runs.next()).build();
        }

        @GET
        @Path("int")
        @CachePage(60)
        public int number() {
            return runs.next();
        }

        @GET
        @Path("boolean")
        @CachePage(60)
        public boolean truth() {
            return runs.next() > 0;
        }

        @GET
        @Path("stage")
        @CachePage(60)
        public CompletionStage<String> stage() {
            return CompletableFuture.supplyAsync(() -> "stage " + runs.next(), later());
        }

        @GET
        @Path("stage-of-response")
        @CachePage(60)
        public CompletionStage<Response> stageOfResponse() {
            return CompletableFuture.completedFuture(
                    Response.ok("stage " + runs.next()).build());
        }

        @GET
        @Path("suspended")
        @CachePage(60)
        public void suspended(@Suspended AsyncResponse response) {
            response.resume("suspended " + runs.next());
        }

        @GET
        @Path("suspended-later")
        @CachePage(60)
        public void suspendedLater(@Suspended AsyncResponse response) {
            later().execute(() -> response.resume("later " + runs.next()));
        }

        @GET
        @Path("streaming")
        @CachePage(60)
        public StreamingOutput streaming() {
            return out -> {
                out.write("streaming ".getBytes(StandardCharsets.UTF_8));
                out.flush();
                out.write(Integer.toString(runs.next()).getBytes(StandardCharsets.UTF_8));
            };
        }

        @GET
        @Path("bytes")
        @Produces("application/octet-stream")
        @CachePage(60)
        public byte[] bytes() {
            runs.next();
            byte[] all = new byte[256];
            for (int i = 0; i < 256; i++) {
                all[i] = (byte) i;
            }
            return all;
        }

        @GET
        @Path("generic")
        @Produces(MediaType.APPLICATION_JSON)
        @CachePage(60)
        public Response generic() {
            return Response.ok(new GenericEntity<List<Integer>>(List.of(runs.next())) {})
                    .build();
        }

        @GET
        @Path("no-content")
        @CachePage(60)
        public Response noContent() {
            runs.next();
            return Response.noContent().build();
        }

        @GET
        @Path("empty")
        @CachePage(60)
        public String empty() {
            runs.next();
            return "";
        }

        @GET
        @Path("known")
        @CachePage(60)
        public String known() {
            return "always the same";
        }

        @GET
        @Path("only-head")
        @CachePage(60)
        public String onlyHead() {
            return "body " + runs.next();
        }

        @GET
        @Path("breaking")
        @CachePage(60)
        public StreamingOutput breaking() {
            boolean fails = runs.failOnce();
            return out -> {
                out.write("begin ".getBytes(StandardCharsets.UTF_8));
                if (fails) {
                    throw new IllegalStateException("in the middle of the body");
                }
                out.write("end".getBytes(StandardCharsets.UTF_8));
            };
        }

        @GET
        @Path("large")
        @CachePage(60)
        public StreamingOutput large() {
            runs.next();
            return out -> {
                byte[] block = new byte[64 * 1024];
                for (int i = 0; i < 48; i++) {
                    out.write(block);
                }
            };
        }

        private static java.util.concurrent.ExecutorService later() {
            return Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "later");
                thread.setDaemon(true);
                return thread;
            });
        }
    }
}

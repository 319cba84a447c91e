package org.cachette.pages;

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

/** A cached page of every return type. */
@Path("/typed")
@Produces("text/plain")
public class TypedPages {

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

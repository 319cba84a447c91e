package org.cachette.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cachette.annotation.CachePage;
import org.glassfish.jersey.server.ChunkedOutput;

/** Pages that are written piece by piece; the second piece comes when the test allows it. */
@Path("/streams")
@Produces("text/plain")
public class StreamPages {

    @Inject
    Runs runs;

    @Inject
    Gate gate;

    @GET
    @Path("flushed")
    public StreamingOutput flushed() {
        return out -> {
            write(out, "x".repeat(5000) + "first ");
            out.flush();
            write(out, "y".repeat(5000));
            out.flush();
            gate.await();
            write(out, "second run " + runs.next());
        };
    }

    @GET
    @Path("broken")
    public StreamingOutput broken() {
        return out -> {
            write(out, "first ");
            out.flush();
            if (runs.next() == 1) {
                throw new IOException("the source is gone");
            }
            write(out, "second");
        };
    }

    /** Its author says that it is a page, so that it is held. */
    @GET
    @Path("held")
    @CachePage(60)
    public StreamingOutput held() {
        return out -> {
            write(out, "x".repeat(9000));
            out.flush();
            write(out, "run " + runs.next());
        };
    }

    @GET
    @Path("chunks")
    public ChunkedOutput<String> chunks() {
        ChunkedOutput<String> output = new ChunkedOutput<>(String.class);
        new Thread(() -> {
                    try (output) {
                        output.write("first ");
                        gate.await();
                        output.write("second run " + runs.next());
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .start();
        return output;
    }

    /** The same, though the method does not say so. */
    @GET
    @Path("unannounced")
    public Response unannounced() {
        return Response.ok(chunks()).build();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Between the first piece and the second. */
    @ApplicationScoped
    public static class Gate {

        private final CountDownLatch open = new CountDownLatch(1);

        public void await() throws IOException {
            try {
                if (!open.await(30, TimeUnit.SECONDS)) {
                    throw new IOException("nobody read the first piece");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }

        public void open() {
            open.countDown();
        }
    }
}

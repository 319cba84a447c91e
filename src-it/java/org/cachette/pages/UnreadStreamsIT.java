package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stream that a page takes the place of would else wait for a reader for ever, and its connection with it. */
@Tag("ee11")
final class UnreadStreamsIT {

    @Test
    void areClosed() {
        try (EmbeddedServer server =
                EmbeddedServer.start(Map.of(), Streaming.class, Closings.class, SettableClock.class)) {
            server.get("/streaming");
            server.bean(SettableClock.class).advance(Duration.ofSeconds(70));

            assertThat(server.get("/streaming", "X-Fail: yes").text()).isEqualTo("page");
            assertThat(server.bean(Closings.class).closed()).isEqualTo(1);
        }
    }

    @Path("/streaming")
    @RequestScoped
    public static class Streaming {

        @Inject
        Closings closings;

        @GET
        @CachePage(60)
        public Response page(@Context HttpHeaders headers) {
            return headers.getHeaderString("X-Fail") == null
                    ? Response.ok("page")
                            .header("Cache-Control", "max-age=60, stale-if-error=60")
                            .build()
                    : Response.status(503).entity(closings.stream()).build();
        }
    }

    /** Counts the streams that were closed. */
    @ApplicationScoped
    public static class Closings {

        private int closed;

        public ByteArrayInputStream stream() {
            return new ByteArrayInputStream(new byte[100]) {
                @Override
                public void close() {
                    closed++;
                }
            };
        }

        public int closed() {
            return closed;
        }
    }
}

package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told of a range that the page does not have. */
@Tag("ee11")
final class RefusedRangesIT {

    @Test
    void aRefusedRangeIsNotSaidToBeFresh() {
        try (EmbeddedServer server = EmbeddedServer.start(Map.of(), Digits.class)) {
            server.get("/digits");
            Answer refused = server.get("/digits", "Range: bytes=50-");

            assertThat(refused.status()).isEqualTo(416);
            assertThat(refused.header("Content-Range")).contains("bytes */10");
            assertThat(refused.header("Date")).isPresent();
            assertThat(refused.header("Expires")).isEmpty();
            assertThat(refused.header("Age")).isEmpty();
            assertThat(refused.header("Cache-Control")).isEmpty();
        }
    }

    @Path("/digits")
    @RequestScoped
    public static class Digits {

        @GET
        @CachePage(60)
        public String page() {
            return "0123456789";
        }
    }
}

package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An application that is deployed anew begins with nothing: caches end with their deployment. */
@Tag("peer-21")
final class RedeployIT {

    @Test
    void aNewDeploymentSeesNoPageOfTheOneBefore() {
        for (int deployment = 0; deployment < 3; deployment++) {
            try (EmbeddedServer server = start()) {
                assertThat(server.get("/page").header("Age")).isEmpty();
                assertThat(server.get("/page").header("Age")).contains("0");
            }
        }
    }

    private static EmbeddedServer start() {
        return EmbeddedServer.start(Map.of(), Page.class, Runs.class, SettableClock.class);
    }

    @Path("/page")
    @Produces("text/plain")
    public static class Page {

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String page() {
            return "page " + runs.next();
        }
    }
}

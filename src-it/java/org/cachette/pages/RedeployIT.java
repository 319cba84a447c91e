package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.ref.WeakReference;
import java.util.Map;
import org.cachette.Caches;
import org.cachette.annotation.CachePage;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An application that is deployed anew begins with nothing, and nothing is left of the one before. */
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

    @Test
    void theCachesOfAClosedDeploymentAreLetGo() {
        WeakReference<Caches> caches = used();

        for (int i = 0; i < 50 && caches.get() != null; i++) {
            System.gc();
        }

        assertThat(caches.get()).isNull();
    }

    @Test
    void noThreadOutlivesItsDeployment() {
        try (EmbeddedServer server = start()) {
            server.get("/page");
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("cachette"));
    }

    private static WeakReference<Caches> used() {
        try (EmbeddedServer server = start()) {
            server.get("/page");
            return new WeakReference<>(server.bean(Caches.class));
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
